import { Client } from "pg";
import { centreOf, readRecord, writeRecord } from "@/demo/record";
import { writeCentre } from "@/demo/write";
import { hashPassword } from "@/lib/auth/passwords";

// A process of its own, forked by the demo: writes the centre into its database unless it is there already.

const days = 61;
const { DATA_DIR = "", DATABASE_URL } = process.env;
const record = await readRecord(DATA_DIR);
if (!record) throw new Error(`${DATA_DIR} is no demo`);

const client = new Client({ connectionString: DATABASE_URL });
await client.connect();
await client.query("begin");
const { rows } = await client.query<{ made: boolean; now: Date }>(
  "select exists (select from user_account) as made, ledger_now() as now",
);
for (const { made, now } of rows) {
  if (made) break;
  const nowMs = now.getTime();
  const centre = centreOf(record, nowMs);
  const passwordHash = await hashPassword(record.password);
  const open = await writeCentre(client, centre, { nowMs, days, passwordHash });
  // First the record: should the database lose the rest, it is made anew.
  await writeRecord(DATA_DIR, { ...record, madeAt: now.toISOString(), open });
}
await client.query("commit");
await client.end();
process.send?.("made", () => process.exit(0));
