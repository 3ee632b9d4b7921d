import { mkdir, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { type Account, reaches } from "./account";

/** For what cannot lie in the checkout or DATA_DIR: under root, because the account of Postgres cannot reach it there. */
export async function sharedFolder() {
  const folder = process.getuid?.() === 0 ? "/var/lib/rollcall" : path.join(homedir(), ".cache", "rollcall");
  await mkdir(folder, { recursive: true, mode: 0o711 });
  return folder;
}

/**
 * Where a new instance keeps its database: relative to DATA_DIR if it can lie in there, else absolute and named by the
 * instance, so that a deleted DATA_DIR never finds the old database again.
 */
export async function placeDatabase(dataDir: string, instanceId: string, account: Account | undefined) {
  if (!account || reaches(account, dataDir)) return "postgres";
  const folder = path.join(await sharedFolder(), instanceId);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  await writeFile(path.join(folder, "belongs-to"), `${dataDir}\n`);
  return path.join(folder, "postgres");
}
