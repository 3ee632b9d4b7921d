import { migrate } from "@/lib/postgres/migrate";
import { complain, explain, say } from "./terminal";

/** Migrates, and tells what was done and what looks odd. */
export async function bringUpToDate(url: string, appRole: string | undefined) {
  const { applied, edited, unknown } = await migrate(url, appRole).catch((error) => {
    throw new Error(`The database at ${new URL(url).host} could not be migrated: ${explain(error)}`);
  });
  if (applied.length > 0) say(`Migrated the database: ${applied.join(", ")}`);
  if (edited.length > 0) complain(`Changed since they were applied: ${edited.join(", ")}`);
  if (unknown.length > 0) complain(`This database has migrations of a newer Rollcall: ${unknown.join(", ")}`);
  return applied;
}
