import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { inBatches } from "@/lib/batches";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { readSettings } from "@/lib/settings/queries";
import { Prisma } from "@/prisma/generated/client";

const knownForDays = 30;

// Nobody waits for the disk: a count that is lost with the power was a few seconds old.
const quick = Prisma.sql`quick as (select set_config('synchronous_commit', 'off', true))`;

export type Attempt = { username: string; ip: string | null };

/** Whom a name stands for. */
type Named = { id: string; passwordHash: string | null };

/** An attempt that was counted as failed before it was verified; `forgive` takes it back. */
export type Counted =
  | { ok: true; user: Named | null; forgive(): Promise<undefined> }
  | { ok: false; retryAfterSeconds: number };

/**
 * Counts an attempt to sign in, by name and address, by name, and by address. Where the name signed in from this address
 * within 30 days only the first of these counts: neither a stranger who tries the name from elsewhere nor one who tries
 * others from here locks its owner out. A name that nobody has is counted in the same way; one attempt too many is not.
 */
export async function countAttempt({ username, ip }: Attempt): Promise<Counted> {
  const { failureWindowMinutes, ...limits } = await readSettings(db);
  const name = hashName(username);
  const network = ip === null ? null : networkOf(ip);
  const address = network ?? "unknown";
  const window = Prisma.sql`${failureWindowMinutes} * interval '1 min'`;
  const since = Prisma.sql`(select ledger_now()) - ${knownForDays} * interval '1 day'`;
  const [row] = await db.$queryRaw<[Outcome]>`
    with ${quick}, named as (
      select id, password_hash from user_account
      where lower(normalize(username, NFKC)) = lower(normalize(${username}, NFKC))
    ), known as (
      select exists (select from named u join session s on s.user_id = u.id
          and s.login_at > ${since} and s.ip <<= ${network}::inet)
        or exists (select from named u join console_session s on s.user_id = u.id
          and s.created_at > ${since} and s.ip <<= ${network}::inet) as here
    ), wanted as (
      select ${name}::bytea as name_hash, ${address} as address, ${limits.failuresPerNameAndAddress}::int as most
      union all select ${name}::bytea, '', ${limits.failuresPerName}::int from known where not here
      union all select ''::bytea, ${address}, ${limits.failuresPerAddress}::int from known where not here
      order by name_hash, address
    ), over as (
      select f.since from failed_sign_in f join wanted w using (name_hash, address)
      where f.count >= w.most and f.since + ${window} >= ledger_now()
    ), counted as (
      insert into failed_sign_in as f (name_hash, address, since, count)
      select name_hash, address, ledger_now(), 1 from wanted, quick where not exists (select from over)
      on conflict (name_hash, address) do update set
        count = case when f.since + ${window} < ledger_now() then 1 else f.count + 1 end,
        since = case when f.since + ${window} < ledger_now() then ledger_now() else f.since end
      returning name_hash, address, count, since
    ), ends as (
      select since from over
      union all
      -- Others who tried at this very moment were counted first.
      select c.since from counted c join wanted w using (name_hash, address) where c.count > w.most
    )
    select (select count(*)::int from counted) as counted,
      (select extract(epoch from max(since) + ${window} - ledger_now())::float8 from ends) as "endsInSeconds",
      (select id from named) as "userId", (select password_hash from named) as "passwordHash"`;
  const taken = { name, address, stranger: row.counted > 1 };
  if (row.endsInSeconds !== null) {
    // Not verified, so not a failure either.
    if (row.counted > 0) await takeBack({ ...taken, cleared: false });
    return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(row.endsInSeconds)) };
  }
  const user = row.userId === null ? null : { id: row.userId, passwordHash: row.passwordHash };
  return { ok: true, user, forgive: () => takeBack({ ...taken, cleared: true }) };
}

type Outcome = {
  counted: number;
  /** Of the windows that are full; null where none is. */
  endsInSeconds: number | null;
  userId: string | null;
  passwordHash: string | null;
};

type Taken = { name: Uint8Array; address: string; stranger: boolean; cleared: boolean };

// A crowd that signs in is forgiven a few dozen at a time.
const forgiven = inBatches(takeBackAll, { most: 500, everyMs: 50 });

const takeBack = (taken: Taken) => forgiven.add(taken);

/** Takes attempts back from where they were counted; a success also clears what its name failed at its address. */
async function takeBackAll(taken: Taken[]): Promise<undefined[]> {
  const none = new Uint8Array();
  const buckets = taken.flatMap(({ name, address, stranger, cleared }) => [
    bucket(name, address, cleared),
    ...(stranger ? [bucket(name, "", false), bucket(none, address, false)] : []),
  ]);
  await db.$executeRaw`
    with ${quick}, told as (
      select decode(name, 'hex') as name_hash, address, count(*)::int as times, bool_or(cleared) as cleared
      from json_to_recordset(${JSON.stringify(buckets)}::json) as t (name text, address text, cleared boolean)
      group by 1, 2
    ), mine as (
      select f.name_hash, f.address, told.times, told.cleared or f.count <= told.times as gone
      from failed_sign_in f join told using (name_hash, address)
      order by f.name_hash, f.address for update of f
    ), emptied as (
      delete from failed_sign_in f using mine, quick
      where mine.gone and f.name_hash = mine.name_hash and f.address = mine.address
    )
    update failed_sign_in f set count = f.count - mine.times from mine, quick
    where not mine.gone and f.name_hash = mine.name_hash and f.address = mine.address`;
  return taken.map(() => undefined);
}

const bucket = (name: Uint8Array, address: string, cleared: boolean) => ({
  name: Buffer.from(name).toString("hex"),
  address,
  cleared,
});

/** Forgets windows that ended. */
export async function forgetOldFailures() {
  const { failureWindowMinutes } = await readSettings(db);
  await db.$executeRaw`
    delete from failed_sign_in where since < (select ledger_now()) - ${failureWindowMinutes} * interval '1 min'`;
}

/** The name under which failures are kept. */
export const hashName = (username: string) =>
  new Uint8Array(
    createHmac("sha256", env().AUTH_SECRET)
      .update(`sign-in:${username.normalize("NFKC").toLowerCase()}`)
      .digest(),
  );

/** An address, or for IPv6 its /64: whoever has one has all of these. */
function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const [head = "", tail = ""] = ip.split("::");
  const before = head.split(":").filter(Boolean);
  const after = ip.includes("::") ? tail.split(":").filter(Boolean) : [];
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}
