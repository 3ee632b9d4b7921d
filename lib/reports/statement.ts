import type { Actor } from "@/lib/auth/actor";
import { reportDb } from "@/lib/db";
import { keep } from "@/lib/kept";
import { deviceName } from "@/lib/sessions/device-names";
import { Prisma } from "@/prisma/generated/client";
import { type Catalogue, isFixed } from "./catalogue";
import { conditionOf } from "./conditions";
import { amount, type Expression, expressions, type Part } from "./expressions";
import type { Frame } from "./frame";
import { piecesOf } from "./pieces";
import { sessionsInReach } from "./reach";
import { pageByPage } from "./run";
import type { ReportQuery } from "./schema";
import { amongRange, touching } from "./stays";
import { hearing, interactionsOf, reasonSums, timesOf } from "./times";

/** A report in its frame: what is needed to put a question about its rows. */
export type Statement = {
  actor: Actor;
  query: ReportQuery;
  catalogue: Catalogue;
  frame: Frame;
};

/** How a column is read. Those of listed reasons have sums of their ids. */
export const expressionOf = (id: string): Expression =>
  isFixed(id) ? expressions[id] : amount(Prisma.sql`v.${Prisma.raw(`"${id}"`)}`, "times");

// What a model is called changes with a release of Rollcall only.
const devices = keep(async () => {
  const rows = await reportDb.$queryRaw<{ device: string }[]>`
    select distinct device from installation where device is not null`;
  return rows.map(({ device }) => ({ code: device, name: deviceName(device) }));
}, 60_000);

/** The rows that columns are read from: `sessions` are those of the range unless they are known already. */
export async function reportFrom(
  { frame, catalogue }: Statement,
  columns: readonly string[],
  sessions: Prisma.Sql = amongRange(frame),
): Promise<Prisma.Sql> {
  const needs = new Set(columns.flatMap((id) => expressionOf(id).needs));
  const join = (part: Part, sql: Prisma.Sql) => (needs.has(part) ? sql : Prisma.empty);
  const named = needs.has("devices") ? await devices.read(reportDb) : [];
  return Prisma.sql`${sessions} s
    ${join("user", Prisma.sql`join user_account u on u.id = s.user_id`)}
    ${join("team", Prisma.sql`join team t on t.id = s.team_id`)}
    ${join("teamNow", Prisma.sql`join team w on w.id = u.team_id`)}
    ${join("endedBy", Prisma.sql`left join user_account b on b.id = s.ended_by_id`)}
    ${join(
      "devices",
      Prisma.sql`left join unnest(${named.map(({ code }) => code)}::text[], ${named.map(({ name }) => name)}::text[])
        as d (code, name) on d.code = s.device`,
    )}
    ${piecesOf(frame)}
    ${join("hearing", hearing(frame))}
    ${join("times", timesOf(frame, reasonSums(columns, catalogue)))}
    ${join("interactions", interactionsOf(frame))}`;
}

/** How all sessions of a range are read best. Those of a few people, and interactions, are looked up by an index. */
export function settingsFor({ filters }: ReportQuery, columns: readonly string[]) {
  const looksUp = (column: string, part: Part) => expressionOf(column).needs.includes(part);
  const few = filters.some(({ column }) => looksUp(column, "user"));
  return few || columns.some((column) => looksUp(column, "interactions")) ? {} : pageByPage;
}

/** True for the rows that the actor may see and the report is asked for. */
export function reportWhere({ actor, query, frame }: Statement): Prisma.Sql {
  return Prisma.join(
    [
      sessionsInReach(actor, Prisma.sql`s.team_id`),
      Prisma.sql`s.login_at <= ${frame.asOf}::timestamptz`,
      touching(frame, frame.asOf),
      ...query.filters.map((filter) => conditionOf(filter, expressionOf(filter.column))),
    ],
    " and ",
  );
}
