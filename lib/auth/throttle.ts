import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { readSettings } from "@/lib/settings/queries";
import type { Settings } from "@/lib/settings/schema";
import { Prisma } from "@/prisma/generated/client";

const knownForDays = 30;

// Nobody waits for the disk: a count that is lost with the power was a few seconds old.
const quick = Prisma.sql`quick as (select set_config('synchronous_commit', 'off', true))`;

export type Attempt = { username: string; ip: string | null };

/** Whom a name stands for. */
export type Named = { id: string; passwordHash: string | null };

/** An attempt that was counted as failed before it was verified; `forgive` takes it back. */
export type Counted =
  | { ok: true; user: Named | null; forgive(): Promise<void> }
  | { ok: false; retryAfterSeconds: number };

/**
 * Counts an attempt to sign in, by name and address, by name, and by address. Where the name signed in from this address
 * within 30 days only the first of these counts: neither a stranger who tries the name from elsewhere nor one who tries
 * others from here locks its owner out. A name that nobody has is counted in the same way.
 */
export async function countAttempt({ username, ip }: Attempt): Promise<Counted> {
  const { failureWindowMinutes, ...limits } = await readSettings();
  const name = hashName(username);
  const address = networkOf(ip);
  const window = Prisma.sql`${failureWindowMinutes} * interval '1 min'`;
  const buckets = await db.$queryRaw<Bucket[]>`
    with ${quick}, named as (
      select id, password_hash from user_account
      where lower(normalize(username, NFKC)) = lower(normalize(${username}, NFKC))
    ), known as (
      select exists (
        select from named u join session s on s.user_id = u.id and s.ip = ${ip}::inet
          and s.login_at > ledger_now() - ${knownForDays} * interval '1 day') as here
    ), wanted as (
      select ${name}::bytea as name_hash, ${address} as address
      union all select ${name}::bytea, '' from known where not here
      union all select ''::bytea, ${address} from known where not here
      order by name_hash, address
    )
    insert into failed_sign_in as f (name_hash, address, since, count)
    select name_hash, address, ledger_now(), 1 from wanted, quick
    on conflict (name_hash, address) do update set
      count = case when f.since + ${window} < ledger_now() then 1 else f.count + 1 end,
      since = case when f.since + ${window} < ledger_now() then ledger_now() else f.since end
    returning name_hash as "nameHash", address, count,
      extract(epoch from since + ${window} - ledger_now())::float8 as "endsInSeconds",
      (select id from named) as "userId", (select password_hash from named) as "passwordHash"`;
  const over = buckets.filter((bucket) => bucket.count > limitOf(bucket, limits));
  const counted = { name, address, stranger: buckets.length > 1 };
  if (over.length === 0) {
    const [{ userId, passwordHash } = { userId: null, passwordHash: null }] = buckets;
    const user = userId === null ? null : { id: userId, passwordHash };
    return { ok: true, user, forgive: () => takeBack(counted, { cleared: true }) };
  }
  // Not verified, so not a failure either.
  await takeBack(counted, { cleared: false });
  const waits = over.map(({ endsInSeconds }) => Math.ceil(endsInSeconds));
  return { ok: false, retryAfterSeconds: Math.max(1, ...waits) };
}

type Bucket = {
  nameHash: Uint8Array;
  address: string;
  count: number;
  endsInSeconds: number;
  userId: string | null;
  passwordHash: string | null;
};
type Limits = Pick<Settings, "failuresPerNameAndAddress" | "failuresPerName" | "failuresPerAddress">;

function limitOf({ nameHash, address }: Pick<Bucket, "nameHash" | "address">, limits: Limits): number {
  if (nameHash.length === 0) return limits.failuresPerAddress;
  return address === "" ? limits.failuresPerName : limits.failuresPerNameAndAddress;
}

/** Takes an attempt back from where it was counted; a success also clears what its name failed at its address. */
async function takeBack(
  { name, address, stranger }: { name: Uint8Array; address: string; stranger: boolean },
  { cleared }: { cleared: boolean },
) {
  await db.$executeRaw`
    with ${quick}, mine as (
      select name_hash, address from failed_sign_in
      where (name_hash, address) = (${name}::bytea, ${address})
        or ${stranger} and (name_hash, address) in ((${name}::bytea, ''), (''::bytea, ${address}))
      order by name_hash, address for update
    )
    update failed_sign_in f set count = case
      when ${cleared} and f.name_hash <> '' and f.address <> '' then 0 else greatest(f.count - 1, 0) end
    from mine, quick where f.name_hash = mine.name_hash and f.address = mine.address`;
}

/** Forgets windows that ended long ago. */
export async function forgetOldFailures() {
  await db.$executeRaw`delete from failed_sign_in where since < ledger_now() - interval '1 day'`;
}

const hashName = (username: string) =>
  new Uint8Array(
    createHmac("sha256", env().AUTH_SECRET)
      .update(`sign-in:${username.normalize("NFKC").toLowerCase()}`)
      .digest(),
  );

/** An address, or for IPv6 its /64: whoever has one has all of these. */
function networkOf(ip: string | null): string {
  if (ip === null || !isIPv6(ip)) return ip ?? "unknown";
  const [head = "", tail = ""] = ip.split("::");
  const before = head.split(":").filter(Boolean);
  const after = ip.includes("::") ? tail.split(":").filter(Boolean) : [];
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}
