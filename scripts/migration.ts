import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { diffSchemas } from "@/lib/postgres/schema-engine";
import { fail, say } from "./terminal";

// Developers: `npm run migration -- add_teams` writes the next migration, to be finished by hand.

const schemaFile = "prisma/schema.prisma";
const name = process.argv[2]?.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
if (!name) fail("Say what the migration does: npm run migration -- add_teams");

const sql = await diffSchemas(committedSchema(), await readFile(schemaFile, "utf8"));
if (!/^[^-\s]/m.test(sql)) fail("The schema has not changed since the last commit.");

const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
const folder = path.join("prisma/migrations", `${stamp}_${name}`);
await mkdir(folder, { recursive: true });
await writeFile(path.join(folder, "migration.sql"), sql);
const lock = "prisma/migrations/migration_lock.toml";
if (!existsSync(lock)) await writeFile(lock, 'provider = "postgresql"\n');
say(`Wrote ${folder}/migration.sql. Read it, and finish by hand what Prisma has no word for.`);

/** What the last commit's migrations amount to; undefined before the first. */
function committedSchema() {
  try {
    return execFileSync("git", ["show", `HEAD:${schemaFile}`], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return undefined;
  }
}
