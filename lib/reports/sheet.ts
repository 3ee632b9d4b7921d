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
  total: string;
  totalOf: (column: string) => string;
  head: (column: Column) => string;
  /** What the values of closed lists are called, by column. */
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What a file is of: each fact by its name. */
  facts: (query: ReportQuery, totals: ReportTotals) => readonly Fact[];
};

export type Fact = readonly [name: string, text: string];

/** What a file has beside its rows. */
export type Sheet = {
  texts: Pick<ExportTexts, "title" | "about" | "total" | "totalOf">;
  columns: readonly { id: string; type: ColumnType; head: string }[];
  /** Null where the file does not say what it is of. */
  facts: readonly Fact[] | null;
  totals: Readonly<Record<string, number | null>>;
};

/** A piece of a file, and how many rows are in it and in all before it. */
export type Piece = { bytes: Uint8Array; rows: number };
