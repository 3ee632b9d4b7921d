import type { AgentRow } from "@/lib/agents/row";

export const noonMs = Date.parse("2026-11-22T12:00:00Z");
export const at = (minutes: number) => new Date(noonMs + minutes * 60_000).toISOString();

const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;

export const billing = uuid(1);

/** An agent who has been Ready on Mobile since eight, of a day that began at midnight. */
export const agent = (number: number, given: Partial<AgentRow> = {}): AgentRow => ({
  id: uuid(number),
  revision: 1,
  username: `agent${number}`,
  name: `Agent ${number}`,
  team: "Billing",
  teamId: billing,
  roles: ["agent"],
  disabled: false,
  open: true,
  sessionId: uuid(1000 + number),
  platform: "mobile",
  app: "Mobile v2.17.60",
  version: "v2.17.60",
  appVersion: "2.17.60",
  build: null,
  browser: null,
  versionKnown: true,
  outdated: null,
  os: "iOS 14.8",
  device: "iPhone 8 Plus",
  ip: "10.1.2.3",
  loginAt: at(-240),
  logoutAt: null,
  state: "ready",
  reason: null,
  stateSince: at(-240),
  onInteraction: false,
  unreachableSince: null,
  asleep: false,
  updatesAt: null,
  interactions: [],
  day: at(-720),
  today: {
    readyMs: 0,
    notReadyMs: 0,
    busyMs: 0,
    afterCallWorkMs: 0,
    handledIn: 0,
    handledOut: 0,
    interactionMs: 0,
  },
  ...given,
});
