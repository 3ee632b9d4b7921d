import type { Rows } from "./rows";

/** As many rows as browsers can lay out under each other: some end at 17.8 million pixels. */
export const mostRows = 800_000;

/** Of more rows than that, those of one part. */
export function partOf(rows: Rows, part: number): Rows {
  if (rows.total <= mostRows) return rows;
  const begin = part * mostRows;
  const total = Math.max(0, Math.min(mostRows, rows.total - begin));
  return {
    total,
    at: (index) => (index < total ? rows.at(begin + index) : undefined),
    indexOf: (line) => Math.max(0, Math.min(total - 1, rows.indexOf(line) - begin)),
  };
}

export const partsOf = (rows: Rows) => Math.max(1, Math.ceil(rows.total / mostRows));

/** The part in which a line stands. */
export const partWith = (rows: Rows, line: number) => Math.floor(rows.indexOf(line) / mostRows);
