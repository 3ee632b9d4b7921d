import { formula } from "@/lib/csv";
import { Prisma } from "@/prisma/generated/client";
import type { ColumnType } from "./catalogue";

// Written by Postgres, line by line, so that this process only hands them on: see docs/decisions/exports.md. As lib/csv.ts writes.

const special = `[",\r\n]|${formula.source}`;

/** A value as a cell of a CSV file; moments are those of the reader's clock. */
export function csvCell(type: ColumnType, value: Prisma.Sql): Prisma.Sql {
  switch (type) {
    case "moment":
      return Prisma.sql`to_char(${value}, 'YYYY-MM-DD HH24:MI:SS.MS')`;
    case "date":
      return Prisma.sql`to_char(${value}, 'YYYY-MM-DD')`;
    case "duration":
      return Prisma.sql`to_char(make_interval(secs => ${value} / 1000), 'HH24:MI:SS.MS')`;
    case "percent":
      return Prisma.sql`round((${value} * 100)::numeric, 2) || '%'`;
    case "count":
      return Prisma.sql`(${value})::bigint`;
    case "text":
    case "enum":
    case "flag":
      return Prisma.sql`case when ${value} ~ ${special} then '"' || replace(
        case when ${value} ~ ${formula.source} then '''' || ${value} else ${value} end, '"', '""') || '"' else ${value} end`;
  }
}

/** A figure of the totals as such a cell has it. */
export function csvFigure(type: ColumnType, value: number): string {
  switch (type) {
    case "duration": {
      const two = (number: number, length = 2) => String(Math.floor(number)).padStart(length, "0");
      return `${two(value / 3_600_000)}:${two((value / 60_000) % 60)}:${two((value / 1000) % 60)}.${two(value % 1000, 3)}`;
    }
    case "percent":
      return `${(value * 100).toFixed(2)}%`;
    default:
      return String(value);
  }
}

export const csvLine = (cells: readonly Prisma.Sql[]): Prisma.Sql => concat(cells, ",");

// A function of Postgres takes a hundred arguments at most.
const mostArguments = 40;

/** Texts one after the other, with nothing for what is null. */
export function concat(parts: readonly Prisma.Sql[], between: string): Prisma.Sql {
  const separated = parts.flatMap((part, at) =>
    at === 0 || between === "" ? [part] : [Prisma.sql`${between}::text`, part],
  );
  const chunks = Array.from({ length: Math.ceil(separated.length / mostArguments) }, (_, at) =>
    separated.slice(at * mostArguments, (at + 1) * mostArguments),
  );
  return Prisma.join(
    chunks.map((chunk) => Prisma.sql`concat(${Prisma.join(chunk)})`),
    " || ",
  );
}
