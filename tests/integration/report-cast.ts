import { readCatalogue } from "@/lib/reports/queries";
import { reportQuery } from "@/lib/reports/schema";
import { passInClock } from "./clock";
import { person } from "./people";
import type { History } from "./report-histories";
import { store } from "./report-store";

export const hour = 3_600_000;
export const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);
export const now = at("20T18:00");

let made = 0;
export const session = (
  user: number,
  login: number,
  hours: number | null,
  more: Partial<History> = {},
): History => ({
  id: `0190f0a0-1111-7222-8333-${String(++made).padStart(12, "0")}`,
  user,
  login,
  logout: hours === null ? null : login + hours * hour,
  endedAt: null,
  cause: hours === null ? null : "signed_out",
  platform: "desktop",
  version: "2.1",
  build: null,
  os: null,
  device: null,
  browser: null,
  ip: null,
  endedBy: null,
  states: [{ since: login, state: "ready", reason: "" }],
  late: false,
  lastSeen: hours === null ? now : login + hours * hour,
  onInteraction: false,
  calls: [],
  ...more,
});

export const morning = session(0, at("20T08:00"), 4, {
  os: "iOS 9.1",
  ip: "2001:db8::9",
  platform: "mobile",
});
export const afternoon = session(0, at("20T13:00"), null, { os: "iOS 14.8", platform: "mobile" });
export const other = session(1, at("20T09:00"), 1, { cause: "daily_schedule", ip: "10.0.0.9" });
export const short = session(2, at("20T10:00"), 1, {
  os: "iOS 14.8",
  ip: "10.0.0.10",
  states: [{ since: at("20T10:00"), state: "not_ready", reason: "Break" }],
});
export const all = [morning, afternoon, other, short];

/** Three people of two teams, a day of theirs, and the clock that the report is as of. */
export async function cast() {
  const clock = await passInClock(new Date(now));
  const people = [
    await person({ name: "Bo 2", team: "Billing" }),
    await person({ name: "bo 10", team: "Billing" }),
    await person({ name: "Ada", team: "Sales" }),
  ];
  const place = { userIds: people.map(({ id }) => id), teamIds: people.map(({ teamId }) => teamId) };
  await store(all, place);
  return { clock, place, teams: place.teamIds };
}

/** A report on that day. */
export const queryOf = async (given: object = {}) =>
  reportQuery(await readCatalogue()).parse({ from: "2026-11-20", to: "2026-11-21", zone: "UTC", ...given });
