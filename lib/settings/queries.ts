import type { Tx } from "@/lib/db";
import { defaults, Settings } from "./schema";

const keptMs = 1000;

let kept: { settings: Settings; atMs: number } | undefined;

/**
 * The settings in force, at most a second old: a change counts in every process within two. Read through the caller's own
 * transaction: ten of these that each waited for one more connection would wait for ever.
 */
export async function readSettings(tx: Tx): Promise<Settings> {
  if (kept && performance.now() - kept.atMs < keptMs) return kept.settings;
  const atMs = performance.now();
  const settings = await readSettingsNow(tx);
  kept = { settings, atMs };
  return settings;
}

/** What is stored over the defaults, as of this moment. */
export async function readSettingsNow(tx: Tx): Promise<Settings> {
  const rows = await tx.setting.findMany();
  return Settings.parse({ ...defaults, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) });
}

/** For whoever has just changed them. */
export function forgetSettings() {
  kept = undefined;
}
