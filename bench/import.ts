import { randomUUID } from "node:crypto";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { startImport, undoImport, uploadImport } from "@/lib/imports/commands";
import { previewImport } from "@/lib/imports/preview";
import type { Row } from "./table";
import type { World } from "./world";

const people = 20_000;
const teams = 40;

/** A file of twenty thousand new people without passwords, from its upload to its undoing, against the bare inserts. */
export default async function importUsers(world: World): Promise<Row[]> {
  await world.db.query(
    "insert into team (id, name) select gen_random_uuid(), 'Team ' || n from generate_series(1, $1::int) n",
    [teams],
  );
  const bareMs = await timed(() => insertBare(world));
  const bytes = new TextEncoder().encode(fileOf("imported"));

  const from = performance.now();
  const uploaded = await uploadImport(bootstrapToken, { fileName: "people.csv", bytes });
  if (!uploaded.ok) throw new Error(uploaded.code);
  const { id } = uploaded.value;
  const previewMs = await timed(() => previewImport(bootstrapToken, id));
  const run = await watched(() => workOf(startImport(bootstrapToken, { id, skipBad: false })));
  const wholeMs = performance.now() - from;
  const { created } = await db.userImport.findUniqueOrThrow({ where: { id } });
  const undo = await watched(() => workOf(undoImport(bootstrapToken, { id })));
  await db.$disconnect();
  return [
    { what: "bare insert, one statement", figure: bareMs / 1000, unit: "s" },
    { what: "preview of the file", figure: previewMs / 1000, unit: "s" },
    { what: "upload, preview and import", figure: wholeMs / 1000, unit: "s", wanted: { most: 60 } },
    { what: "… people made", figure: created, unit: "", wanted: { least: people } },
    { what: "… as a multiple of the bare insert", figure: wholeMs / bareMs, unit: "" },
    { what: "… oldest transaction meanwhile", figure: run.oldestMs, unit: "ms", wanted: { most: 1000 } },
    { what: "undo of it", figure: undo.tookMs / 1000, unit: "s" },
    { what: "… oldest transaction meanwhile", figure: undo.oldestMs, unit: "ms", wanted: { most: 1000 } },
  ];
}

const line = (prefix: string, n: number) =>
  `${prefix}${n},Person ${n},${prefix}${n}@example.com,Team ${(n % teams) + 1},agent,${prefix}${n}`;

const fileOf = (prefix: string) =>
  `username,name,email,team,roles,personnelNumber\n${Array.from({ length: people }, (_, n) => line(prefix, n)).join("\n")}`;

async function insertBare({ db }: World) {
  const rows = Array.from({ length: people }, (_, n) => ({ id: randomUUID(), n }));
  await db.query(
    `insert into user_account (id, username, name, email, team_id, roles, personnel_number)
     select r.id, 'bare' || n, 'Person ' || n, 'bare' || n || '@example.com', t.id, '{agent}', 'bare' || n
     from json_to_recordset($1::json) as r (id uuid, n int) join team t on t.name = 'Team ' || (n % ${teams} + 1)`,
    [JSON.stringify(rows)],
  );
}

async function timed(act: () => Promise<unknown>) {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

/** How long it takes, and how old the oldest transaction that writes gets: readers of the feed wait for it. */
async function watched(act: () => Promise<unknown>) {
  let oldestMs = 0;
  const look = setInterval(async () => {
    const [row] = await db.$queryRaw<[{ ms: number }]>`
      select coalesce(max(extract(epoch from clock_timestamp() - xact_start)) * 1000, 0)::float8 as ms
      from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid()`;
    oldestMs = Math.max(oldestMs, row.ms);
  }, 20);
  const tookMs = await timed(act);
  clearInterval(look);
  return { tookMs, oldestMs };
}

type Begun = { ok: true; value: { work: Promise<void> } } | { ok: false; code: string };

async function workOf(begun: Promise<Begun>) {
  const outcome = await begun;
  if (!outcome.ok) throw new Error(outcome.code);
  await outcome.value.work;
}
