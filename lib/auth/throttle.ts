import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { readSettings } from "@/lib/settings/queries";

const knownForDays = 30;

export type Attempt = { username: string; ip: string | null };

/** An attempt that was counted as failed before it was verified; `forgive` takes it back. */
export type Counted = { ok: true; forgive(): Promise<void> } | { ok: false; retryAfterSeconds: number };

/**
 * Counts an attempt to sign in, by name and address, by name, and by address. Where the name signed in from this address
 * within 30 days only the first of these counts: neither a stranger who tries the name from elsewhere nor one who tries
 * others from here locks its owner out. A name that nobody has is counted in the same way.
 */
export async function countAttempt({ username, ip }: Attempt): Promise<Counted> {
  const { failureWindowMinutes, ...limits } = await readSettings(db);
  const nameHash = hashName(username);
  const address = networkOf(ip);
  const none = new Uint8Array();
  const buckets = [{ nameHash, address, most: limits.failuresPerNameAndAddress }];
  if (!(await isKnown(username, ip))) {
    buckets.push({ nameHash, address: "", most: limits.failuresPerName });
    buckets.push({ nameHash: none, address, most: limits.failuresPerAddress });
  }
  const counted: typeof buckets = [];
  for (const bucket of buckets) {
    const { count, endsInSeconds } = await countIn(bucket, failureWindowMinutes);
    counted.push(bucket);
    if (count <= bucket.most) continue;
    await takeBack(counted);
    return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(endsInSeconds)) };
  }
  return { ok: true, forgive: () => takeBack(counted, { whollyFor: nameHash }) };
}

type Bucket = { nameHash: Uint8Array; address: string };

async function countIn({ nameHash, address }: Bucket, windowMinutes: number) {
  const [row] = await db.$queryRaw<[{ count: number; endsInSeconds: number }]>`
    insert into failed_sign_in as f (name_hash, address, since, count) values (${nameHash}, ${address}, ledger_now(), 1)
    on conflict (name_hash, address) do update set
      count = case when f.since + ${windowMinutes} * interval '1 min' < ledger_now() then 1 else f.count + 1 end,
      since = case when f.since + ${windowMinutes} * interval '1 min' < ledger_now() then ledger_now() else f.since end
    returning count, extract(epoch from since + ${windowMinutes} * interval '1 min' - ledger_now())::float8 as "endsInSeconds"`;
  return row;
}

/** A success clears what its name failed at its address; of the other counts it takes back no more than itself. */
async function takeBack(buckets: readonly Bucket[], { whollyFor }: { whollyFor?: Uint8Array } = {}) {
  for (const { nameHash, address } of buckets) {
    const own = whollyFor === nameHash && address !== "";
    if (own)
      await db.$executeRaw`delete from failed_sign_in where name_hash = ${nameHash} and address = ${address}`;
    else
      await db.$executeRaw`
        update failed_sign_in set count = greatest(count - 1, 0) where name_hash = ${nameHash} and address = ${address}`;
  }
}

async function isKnown(username: string, ip: string | null) {
  const [row] = await db.$queryRaw<[{ known: boolean }]>`
    select exists (
      select from user_account u join session s on s.user_id = u.id and s.ip = ${ip}::inet
        and s.login_at > ledger_now() - ${knownForDays} * interval '1 day'
      where lower(normalize(u.username, NFKC)) = lower(normalize(${username}, NFKC))) as known`;
  return row.known;
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
