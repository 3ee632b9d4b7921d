import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

/** Whom Postgres runs as. Undefined: whoever we are, which is right for everybody but root. */
export type Account = { uid: number; gid: number };

/** As root: the owner of an existing database folder, else the user `postgres`, made if there is none. */
export function postgresAccount(databaseDir: string | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (databaseDir && existsSync(databaseDir)) {
    const { uid, gid } = statSync(databaseDir);
    if (uid !== 0) return { uid, gid };
  }
  if (!lookUp("postgres")) makeUser("postgres");
  const account = lookUp("postgres");
  if (account) return account;
  throw new Error(
    "Postgres does not run as root, and no user postgres could be made: start Rollcall as another user.",
  );
}

/** Whether the account can enter the folder and all folders above it. */
export function reaches(account: Account, folder: string) {
  const shell = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], {
    ...account,
    cwd: "/",
    stdio: "ignore",
  });
  return shell.status === 0;
}

function lookUp(name: string): Account | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function makeUser(name: string) {
  const quiet = { stdio: "ignore" } as const;
  const made = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", name], quiet);
  if (made.status !== 0) spawnSync("adduser", ["-S", "-D", "-H", name], quiet);
}
