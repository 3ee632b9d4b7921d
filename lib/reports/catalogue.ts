import { logoutTypes } from "@/lib/sessions/cause";
import { Cause, Certainty, Platform, type ReasonKind } from "@/prisma/generated/enums";

/** `duration`s are in ms, `percent`s shares of 1, `moment`s RFC 3339 in UTC, `date`s days of the report's calendar. */
export const columnTypes = [
  "text",
  "enum",
  "flag",
  "moment",
  "date",
  "duration",
  "percent",
  "count",
] as const;
export type ColumnType = (typeof columnTypes)[number];

/** Where the shelf has it. */
export const topics = ["person", "session", "ending", "app", "time", "reason", "interactions"] as const;
export type Topic = (typeof topics)[number];

export type Column = {
  id: string;
  type: ColumnType;
  topic: Topic;
  /** How a group sums it up: added, as the share of the group's own sums, or not at all. */
  sum: "sum" | "share" | "none";
  /** Rows can be grouped by it. */
  groups: boolean;
  /** What it may be, where that is a closed list. */
  values?: readonly string[];
  /** The Not Ready reason whose time it is, and how that counts. */
  reason?: NamedReason;
};

type Facts = Omit<Column, "id">;

const text = (topic: Topic): Facts => ({ type: "text", topic, sum: "none", groups: true });
const single = (topic: Topic): Facts => ({ type: "text", topic, sum: "none", groups: false });
const choice = (topic: Topic, values: readonly string[]): Facts => ({
  type: "enum",
  topic,
  sum: "none",
  groups: true,
  values,
});
const moment = (topic: Topic): Facts => ({ type: "moment", topic, sum: "none", groups: false });
const duration = (topic: Topic = "time"): Facts => ({ type: "duration", topic, sum: "sum", groups: false });
const share: Facts = { type: "percent", topic: "time", sum: "share", groups: false };
const count: Facts = { type: "count", topic: "interactions", sum: "sum", groups: false };

/** Every column of the Agent Login/Logout report but those of the Not Ready reasons, in the order of the shelf. */
const facts = {
  agent: text("person"),
  username: text("person"),
  personnelNumber: text("person"),
  team: text("person"),
  teamNow: text("person"),
  date: { type: "date", topic: "session", sum: "none", groups: true },
  login: moment("session"),
  loginTime: duration("session"),
  lastSeen: moment("session"),
  reportedLate: { type: "flag", topic: "session", sum: "none", groups: true },
  ip: text("session"),
  sessionId: single("session"),
  logout: moment("ending"),
  logoutType: choice("ending", logoutTypes),
  cause: choice("ending", Object.values(Cause)),
  certainty: choice("ending", Object.values(Certainty)),
  endedBy: text("ending"),
  endedAt: moment("ending"),
  platform: choice("app", Object.values(Platform)),
  app: choice("app", ["Agent Desktop", "Mobile"]),
  appVersion: text("app"),
  build: text("app"),
  os: text("app"),
  device: text("app"),
  browser: text("app"),
  workingTime: duration(),
  readyTime: duration(),
  notReadyTime: duration(),
  busyTime: duration(),
  afterCallWorkTime: duration(),
  unknownTime: duration(),
  notReadyPercent: share,
  busyPercent: share,
  occupancy: share,
  breakReasonsTime: duration("reason"),
  workingReasonsTime: duration("reason"),
  otherReasonsTime: duration("reason"),
  interactionsIn: count,
  interactionsOut: count,
} as const satisfies Record<string, Facts>;

export type FixedColumn = keyof typeof facts;

const fixed: readonly Column[] = Object.entries(facts).map(([id, of]) => ({ id, ...of }));

/** What the report shows unless it is told otherwise. */
export const stockColumns = [
  "agent",
  "login",
  "logout",
  "logoutType",
  "loginTime",
  "workingTime",
  "notReadyPercent",
  "ip",
] as const satisfies readonly FixedColumn[];

export type Catalogue = readonly Column[];

/** What was told by a name that a reason had is still its time. */
type NamedReason = { name: string; formerNames: readonly string[]; kind: ReasonKind };
export type ListedReason = NamedReason & { id: string };

/** A reason's column keeps its id when the reason is renamed. */
export const reasonColumnId = (reasonId: string) => `reason${reasonId.replaceAll("-", "")}`;

/** All columns that there are, with one for each Not Ready reason that is listed. */
export function catalogueOf(reasons: readonly ListedReason[]): Catalogue {
  const before = fixed.findIndex(({ id }) => id === "breakReasonsTime");
  const ofReasons = reasons.map(
    ({ id, ...reason }): Column => ({ id: reasonColumnId(id), ...duration("reason"), reason }),
  );
  return fixed.toSpliced(before, 0, ...ofReasons);
}

export const columnNamed = (catalogue: Catalogue, id: string) => catalogue.find((column) => column.id === id);

export const isFixed = (id: string): id is FixedColumn => Object.hasOwn(facts, id);
