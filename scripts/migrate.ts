import { parseEnv } from "@/lib/env";
import { outsideDatabase } from "./database";
import { bringUpToDate } from "./migrations";
import { DatabaseSettings, loadEnvFile } from "./settings";
import { explain, fail, say } from "./terminal";

// Production: `npm run migrate` before new gateways and consoles start. The embedded database migrates at each start.
try {
  loadEnvFile();
  const { DATABASE_URL, DATABASE_MIGRATE_URL } = parseEnv(DatabaseSettings, process.env);
  const { migrateUrl, appRole } = outsideDatabase(DATABASE_URL, DATABASE_MIGRATE_URL);
  const applied = await bringUpToDate(migrateUrl, appRole);
  if (applied.length === 0) say("The database is up to date.");
} catch (error) {
  fail(explain(error));
}
