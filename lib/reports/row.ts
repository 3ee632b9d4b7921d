/** Durations in ms, shares of 1, moments RFC 3339 in UTC, days `2026-11-22`; null where there is none. */
export type Value = string | number | boolean | null;

/** A session, or the part of it that is of one day. */
export type ReportRow = {
  sessionId: string;
  /** The user, for a link. */
  username: string;
  /** Of which day it is: that of the login, unless days are split. */
  date: string;
  /** What is counted of the session; `Login` and `Logout` are those of the session, whole or not. */
  from: string;
  to: string;
  /** The session began before what is counted, or went on after it. */
  cutBefore: boolean;
  cutAfter: boolean;
  /** Not ended as of the report's moment. */
  open: boolean;
  /** Contact was lost: the logout is the last sign of life. */
  lost: boolean;
  values: Record<string, Value>;
};

/** Of which moment a report is, and of which range: what the next page, totals and exports are asked with. */
export type AsOf = {
  asOf: Date;
  from: Date;
  to: Date;
  /** By how much a replica that it was read from is behind; null where it was read from the database itself. */
  replicaAgeMs: number | null;
};

export type ReportPage = AsOf & { rows: ReportRow[]; next: string | null };

/** How many rows there are, how many of them are of open sessions, end with the last sign of life, or were reported late. */
export type Counts = { rows: number; open: number; lastSeen: number; late: number };

/** The sums of the columns that have any; shares are those of the sums. */
export type ReportTotals = AsOf & Counts & { values: Record<string, number | null> };

/** One value of a column that rows are grouped by: `key` tells it from others that look the same. */
export type GroupKey = { column: string; key: string | null; label: Value };

/** The sums of a group of rows. Its `path` names its groups from the outermost in. */
export type ReportGroup = Counts & { path: GroupKey[]; values: Record<string, number | null> };

export type GroupPage = AsOf & { groups: ReportGroup[]; next: string | null };
