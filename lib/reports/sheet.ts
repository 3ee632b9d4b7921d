import type { Column, ColumnType } from "./catalogue";
import type { ReportTotals } from "./row";
import type { ReportQuery } from "./schema";

export const exportFormats = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The words of an export, in its language. */
export type ExportTexts = {
  title: string;
  /** The sheet that says what the others are of. */
  about: string;
  /** The sheet that has the sums of groups; what one is called, and its number of rows. */
  groups: string;
  group: string;
  groupRows: string;
  total: string;
  totalOf: (column: string) => string;
  head: (column: Column) => string;
  /** What the values of closed lists are called, by column. */
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What has no value. */
  none: string;
  /** What a file is of: each fact by its name. */
  facts: (query: ReportQuery, totals: ReportTotals) => readonly Fact[];
  /** That there are more groups than those that a file has. */
  moreGroups: (listed: number) => Fact;
  /** That their sums took too long. */
  noGroups: Fact;
};

export type Fact = readonly [name: string, text: string];

/** The sums of groups, each before those within it. */
export type GroupTable = {
  columns: readonly { type: ColumnType; head: string }[];
  lines: readonly (readonly (string | number | null)[])[];
  more: boolean;
};

/** What a file says beside its rows. */
export type Beside = {
  facts: readonly Fact[];
  groups: GroupTable | null;
  totals: Readonly<Record<string, number | null>>;
};

export type Sheet = {
  texts: Pick<ExportTexts, "title" | "about" | "groups" | "group" | "total" | "totalOf">;
  columns: readonly { id: string; type: ColumnType; head: string }[];
  /** Null where the file has its rows alone. */
  beside: Beside | null;
};

/** A piece of a file, and how many rows are in it and in all before it. */
export type Piece = { bytes: Uint8Array; rows: number };
