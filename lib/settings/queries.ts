import type { Tx } from "@/lib/db";
import { keep } from "@/lib/kept";
import { defaults, Settings } from "./schema";

const kept = keep(readSettingsNow);

/** The settings in force, at most a second old. */
export const readSettings = kept.read;

/** For whoever has just changed them. */
export const forgetSettings = kept.forget;

/** What is stored over the defaults, as of this moment. */
export async function readSettingsNow(tx: Tx): Promise<Settings> {
  const rows = await tx.setting.findMany();
  return Settings.parse({ ...defaults, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) });
}
