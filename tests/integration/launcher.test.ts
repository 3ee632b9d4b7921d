import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Cluster, startCluster } from "@/lib/postgres/cluster";
import { query } from "./database";

// Each test continues with the cluster that the one before it left behind.

const folder = await mkdtemp(path.join(tmpdir(), "rollcall-launcher-"));
// Open to the account of Postgres, so that under root, too, the database lies in the data directory.
await chmod(folder, 0o711);
const dataDir = path.join(folder, "data");
const start = () => startCluster(dataDir, { durable: false });
const pidFile = () => path.join(cluster.databaseDir, "postmaster.pid");
let cluster: Cluster;

afterAll(async () => {
  await cluster.destroy();
  await rm(folder, { recursive: true, force: true });
});

test("a new data directory gets a database and secrets that only its owner reads", async () => {
  cluster = await start();
  expect(cluster.adopted).toBe(false);
  expect((await stat(path.join(dataDir, "instance.json"))).mode & 0o777).toBe(0o600);
  expect((await stat(dataDir)).mode & 0o066).toBe(0);
  await query(cluster.url("owner"), "CREATE TABLE kept AS SELECT 1 AS one");
  const [text] = await query(cluster.url("app"), "SELECT 'é' < 'f' COLLATE \"und-x-icu\" AS sorted");
  expect(text).toEqual({ sorted: true });
});

test("a Postgres that was left running is adopted", async () => {
  const { pid } = cluster;
  cluster = await start();
  expect(cluster).toMatchObject({ adopted: true, pid });
});

test("after kill -9 of Postgres the next start has all data, at the same address", async () => {
  const before = cluster.url("owner");
  process.kill(cluster.pid, "SIGKILL");
  cluster = await start();
  expect(cluster.adopted).toBe(false);
  expect(cluster.url("owner")).toBe(before);
  expect(await query(cluster.url("owner"), "SELECT one FROM kept")).toEqual([{ one: 1 }]);
});

test("a process that merely got the number of a dead Postgres does no harm", async () => {
  await cluster.stop();
  const lines = ["", cluster.databaseDir, "0", String(cluster.instance.port), "", "127.0.0.1", "", ""];
  await writeFile(pidFile(), [process.pid, ...lines.slice(1)].join("\n"));
  cluster = await start();
  expect(cluster.adopted).toBe(false);
  expect(Number((await readFile(pidFile(), "utf8")).split("\n")[0])).toBe(cluster.pid);
});

test("two starts at once share one Postgres", async () => {
  await cluster.stop();
  const [one, other] = await Promise.all([start(), start()]);
  cluster = one;
  expect(other.pid).toBe(one.pid);
});
