import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { type Centre, planCentre } from "./centre";

/** What a data directory knows of its demo: the file `demo.json`, which only its owner reads. */
const DemoRecord = z.object({
  seed: z.int(),
  agents: z.int(),
  administrator: z.string(),
  /** Everybody's. */
  password: z.string(),
  /** Null until the history is written. */
  madeAt: z.iso.datetime().nullable(),
  /** Of those who were signed in when the history ended, by username: what their apps would keep. */
  open: z.record(z.string(), z.object({ token: z.string(), installId: z.uuid() })),
});
export type DemoRecord = z.infer<typeof DemoRecord>;

const fileIn = (dataDir: string) => path.join(dataDir, "demo.json");

export async function readRecord(dataDir: string): Promise<DemoRecord | undefined> {
  if (!existsSync(fileIn(dataDir))) return undefined;
  return DemoRecord.parse(JSON.parse(await readFile(fileIn(dataDir), "utf8")));
}

/** Appears whole or not at all. */
export async function writeRecord(dataDir: string, record: DemoRecord): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const partial = `${fileIn(dataDir)}.new`;
  await writeFile(partial, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  await rename(partial, fileIn(dataDir));
}

/** True for a folder that is new, or holds a demo already: nobody's real Rollcall becomes one. */
export const mayBeDemo = (dataDir: string) =>
  existsSync(fileIn(dataDir)) || !existsSync(path.join(dataDir, "instance.json"));

/** A demo that is still to be made: on a fixed seed, so that everybody meets the same people. */
export const newRecord = (given: Pick<DemoRecord, "administrator" | "password">): DemoRecord => ({
  seed: 1,
  agents: 200,
  ...given,
  madeAt: null,
  open: {},
});

export const centreOf = ({ seed, agents, administrator }: DemoRecord, nowMs: number): Centre =>
  planCentre({ seed, agents, administrator, nowMs });
