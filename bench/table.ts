/** A figure, and what is wanted of it. */
export type Row = {
  what: string;
  figure: number;
  unit: string;
  wanted?: { least: number } | { most: number };
};

const digits = (figure: number) => (Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2);
const written = (figure: number, unit: string) =>
  `${figure.toLocaleString("en-GB", { maximumFractionDigits: digits(figure) })}${unit && ` ${unit}`}`.replace(
    " /s",
    "/s",
  );

export function isMet({ figure, wanted }: Row) {
  if (!wanted) return true;
  return "least" in wanted ? figure >= wanted.least : figure <= wanted.most;
}

/** Rows as a table in Markdown. */
export function toTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { wanted, unit } = row;
    const bound = !wanted
      ? ""
      : "least" in wanted
        ? `≥ ${written(wanted.least, unit)}`
        : `≤ ${written(wanted.most, unit)}`;
    return `| ${row.what} | ${written(row.figure, unit)} | ${bound} | ${wanted ? (isMet(row) ? "yes" : "**no**") : ""} |`;
  });
  return ["| what | figure | wanted | met |", "|---|---:|---:|---|", ...lines].join("\n");
}
