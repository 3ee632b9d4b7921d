import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { mayBeDemo, newRecord, readRecord, writeRecord } from "@/demo/record";
import { ask } from "./ask";
import { destroyDatabase } from "./database";
import { runInstance } from "./instance";
import type { Settings } from "./settings";
import { say } from "./terminal";
import { welcome } from "./welcome";

// `npm run demo`: the same as `npm start` on a data directory of its own, with a contact centre that lives. With `--fresh`
// it is made anew.

const { values } = parseArgs({ options: { fresh: { type: "boolean", default: false } } });

// Before `.env` is read, and so in its place: a demo is never written into somebody's real data.
process.env.DATABASE_URL = "";
process.env.DATABASE_MIGRATE_URL = "";
process.env.DATA_DIR ||= ".demo";
// Nor does it write to anybody.
process.env.SMTP_URL = "";
process.env.MAIL_FROM = "";
// The agents' apps run here and tell from where they would call.
process.env.TRUSTED_PROXIES ||= "127.0.0.1/32,::1/128";

let lines: string | undefined;

runInstance({
  claim,
  async prepare(env, signal) {
    await ask("scripts/seed.ts", env, signal);
    const record = await readRecord(env.DATA_DIR ?? "");
    if (!record?.madeAt) throw new Error("The demo could not be made.");
    lines = welcome(record, env.CONSOLE_URL ?? "");
  },
  beside: (env) => ({
    name: "simulation",
    args: ["--import", "tsx", "scripts/simulate.ts", "--demo"],
    env,
    // As long as somebody signs out now and then, it goes on.
    graceMs: 10 * 60_000,
  }),
  hint: () => lines,
});

/** Keeps the data directory for the demo alone, and takes away what it holds if it is to be made anew. */
async function claim({ DATA_DIR, ADMIN_USERNAME, ADMIN_PASSWORD }: Settings) {
  if (!mayBeDemo(DATA_DIR))
    throw new Error(
      `${DATA_DIR} holds a Rollcall that is no demo. Set DATA_DIR to a folder for the demo alone.`,
    );
  if (values.fresh && (await readRecord(DATA_DIR))) await destroyDatabase(DATA_DIR);
  if (await readRecord(DATA_DIR)) return;
  const password = ADMIN_PASSWORD ?? randomBytes(9).toString("base64url");
  await writeRecord(DATA_DIR, newRecord({ administrator: ADMIN_USERNAME ?? "admin", password }));
  say("Making a contact centre with two months of history…");
}
