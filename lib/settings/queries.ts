import type { Tx } from "@/lib/db";
import { defaults, Settings } from "./schema";

/** The settings in force: what is stored over the defaults. */
export async function readSettings(tx: Tx): Promise<Settings> {
  const rows = await tx.setting.findMany();
  return Settings.parse({ ...defaults, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) });
}
