import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Account } from "./account";
import { type Binaries, bareEnv } from "./binaries";

type Initialise = {
  binaries: Binaries;
  account: Account | undefined;
  databaseDir: string;
  password: string;
  durable: boolean;
};

/** Makes the database folder unless it is there. It appears whole: a start that was killed leaves none. */
export async function initialise({ binaries, account, databaseDir, password, durable }: Initialise) {
  if (existsSync(databaseDir)) return;
  const partial = `${databaseDir}.${randomBytes(4).toString("hex")}`;
  try {
    await mkdir(partial, { mode: 0o700 });
    const passwordFile = `${partial}/password`;
    const folder = path.join(partial, "database");
    await mkdir(folder, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account)
      for (const place of [partial, folder, passwordFile]) await chown(place, account.uid, account.gid);

    const flags = [
      `--pgdata=${folder}`,
      `--pwfile=${passwordFile}`,
      "--username=postgres",
      "--encoding=UTF8",
    ];
    flags.push("--auth=scram-sha-256", ...(durable ? [] : ["--no-sync"]));
    await tryLocales((locale) => initdb(binaries.initdb, [...flags, ...locale], account, folder));
    await rename(folder, databaseDir).catch((error) => {
      if (!existsSync(databaseDir)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/**
 * Names sort by ICU. The C library's locale still says what a letter is to `pg_trgm`, so it should know UTF-8, and it
 * is named differently from system to system.
 */
async function tryLocales(initdb: (flags: string[]) => Promise<string | undefined>) {
  const icu = ["--locale-provider=icu", "--icu-locale=und"];
  let problem: string | undefined;
  for (const locale of ["C.UTF-8", "en_US.UTF-8", "C"]) {
    for (const provider of [icu, []]) {
      problem = await initdb([...provider, `--locale=${locale}`, "--lc-messages=C"]);
      if (problem === undefined) return;
    }
  }
  throw new Error(`The embedded Postgres could not be initialised:\n${problem}`);
}

/** What initdb complained about, or undefined if it succeeded. It empties the folder when it fails. */
function initdb(program: string, flags: string[], account: Account | undefined, cwd: string) {
  return new Promise<string | undefined>((resolve, reject) => {
    const child = spawn(program, flags, {
      ...account,
      cwd,
      env: bareEnv,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaints = "";
    child.stderr.on("data", (chunk) => {
      complaints += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0 ? undefined : complaints || `exit code ${code}`));
  });
}
