import { type Figures, figuresAt } from "./figures";
import type { AgentRow } from "./row";
import { type Shown, shownState } from "./state";

// Who needs a supervisor first.
const order: Record<Shown, number> = { busy: 0, after_call_work: 1, ready: 2, not_ready: 3, signed_out: 4 };

type Sorted = string | number | null;
type Value = (row: AgentRow, figures: Figures) => Sorted;

const whileOpen =
  (value: Value): Value =>
  (row, figures) =>
    row.open ? value(row, figures) : null;

/** Every column of the Agent Metrics View, and what it is sorted by. */
export const agentValues = {
  icon: (row) => order[shownState(row)],
  agent: (row) => row.name,
  team: (row) => row.team,
  state: (row) => order[shownState(row)],
  reason: whileOpen((row) => row.reason ?? row.interactions[0]?.service ?? null),
  // By when it began: the longest time is the earliest moment, whatever time it is.
  inState: whileOpen((row) => row.stateSince && -Date.parse(row.stateSince)),
  signedInAt: whileOpen((row) => row.loginAt),
  login: whileOpen((row) => row.loginAt && -Date.parse(row.loginAt)),
  occupancy: (_, { occupancy }) => occupancy,
  interactions: whileOpen((row) => row.interactions.length),
  service: whileOpen((row) => row.interactions[0]?.service ?? null),
  ready: (_, { readyMs }) => readyMs,
  notReady: (_, { notReadyMs }) => notReadyMs,
  busy: (_, { busyMs }) => busyMs,
  afterCallWork: (_, { afterCallWorkMs }) => afterCallWorkMs,
  handledIn: (_, { handledIn }) => handledIn,
  handledOut: (_, { handledOut }) => handledOut,
  avgHandle: (_, { avgHandleMs }) => avgHandleMs,
  unreachable: (row) => row.unreachableSince,
  platform: (row) => row.platform,
  version: (row) => row.version,
  outdated: (row) => row.outdated?.release ?? null,
  updatesAt: (row) => row.updatesAt,
  os: (row) => row.os,
  device: (row) => row.device,
  ip: (row) => row.ip,
} as const satisfies Record<string, Value>;
export type AgentColumn = keyof typeof agentValues;

/** Whose values grow while nobody does anything. */
export const growing: ReadonlySet<AgentColumn> = new Set([
  "occupancy",
  "ready",
  "notReady",
  "busy",
  "afterCallWork",
  "avgHandle",
]);

export const agentColumns = Object.keys(agentValues) as [AgentColumn, ...AgentColumn[]];

/** What a row is sorted by in one column, at a moment of the server's clock. */
export const valueAt = (column: AgentColumn, row: AgentRow, nowMs: number): Sorted =>
  agentValues[column](row, figuresAt(row, nowMs));
