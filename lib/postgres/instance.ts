import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { link, mkdir, open, readFile, realpath, rename, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { postgresAccount } from "./account";
import { placeDatabase } from "./place";

/** What DATA_DIR knows of itself: the file `instance.json`, which only its owner reads. */
const Instance = z.object({
  id: z.string(),
  /** Absolute, or relative to DATA_DIR. */
  database: z.string(),
  port: z.number().optional(),
  passwords: z.object({ superuser: z.string(), owner: z.string(), app: z.string() }),
  authSecret: z.string(),
});
export type Instance = z.infer<typeof Instance>;

/** Reads the instance of a data directory, or makes a new one with new secrets. */
export async function openInstance(folder: string) {
  // Under root the account of Postgres must get through the folder; what lies in it stays closed.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  await mkdir(folder, { recursive: true, mode }).catch((error) => refuse(folder, error));
  const dataDir = await realpath(folder);
  const file = path.join(dataDir, "instance.json");
  if (!existsSync(file)) await write(file, await newInstance(dataDir), link);
  const instance = parse(file, await readFile(file, "utf8").catch((error) => refuse(dataDir, error)));
  return { dataDir, instance, databaseDir: path.resolve(dataDir, instance.database) };
}

export async function keepPort(dataDir: string, instance: Instance, port: number) {
  if (instance.port === port) return;
  instance.port = port;
  await write(path.join(dataDir, "instance.json"), instance, rename);
}

async function newInstance(dataDir: string): Promise<Instance> {
  const id = randomBytes(8).toString("hex");
  return {
    id,
    database: await placeDatabase(dataDir, id, postgresAccount(undefined)),
    passwords: { superuser: secret(), owner: secret(), app: secret() },
    authSecret: secret(),
  };
}

function secret() {
  return randomBytes(32).toString("base64url");
}

/** Appears whole or not at all. `link` leaves a file alone that another start made first; `rename` replaces it. */
async function write(file: string, instance: Instance, publish: typeof link | typeof rename) {
  const partial = `${file}.${randomBytes(4).toString("hex")}`;
  try {
    const handle = await open(partial, "wx", 0o600);
    await handle.writeFile(`${JSON.stringify(instance, null, 2)}\n`);
    await handle.sync();
    await handle.close();
    await publish(partial, file).catch((error) => {
      if (error.code !== "EEXIST") throw error;
    });
  } catch (error) {
    refuse(path.dirname(file), error);
  } finally {
    await rm(partial, { force: true });
  }
}

function parse(file: string, text: string): Instance {
  try {
    return Instance.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} is damaged: restore it, or delete the whole folder to begin anew.`);
  }
}

function refuse(dataDir: string, error: unknown): never {
  const closed =
    error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM");
  if (!closed) throw error;
  throw new Error(`The data directory ${dataDir} (DATA_DIR) is closed to this user.`);
}
