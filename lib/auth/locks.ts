import type { Tx } from "@/lib/db";
import { readSettings } from "@/lib/settings/queries";
import { hashName } from "./throttle";

/** Too many attempts failed: no password is tried before `until`, at all addresses or at these. */
export type Lock = { until: Date; failures: number; addresses: "all" | string[] };

/** What stands between a name and its right password; null where nothing does. */
export async function readLock(tx: Tx, username: string): Promise<Lock | null> {
  const { failureWindowMinutes, failuresPerName, failuresPerNameAndAddress } = await readSettings(tx);
  const rows = await tx.$queryRaw<{ address: string; count: number; until: Date }[]>`
    select address, count, since + ${failureWindowMinutes} * interval '1 min' as until from failed_sign_in
    where name_hash = ${hashName(username)}
      and count >= case when address = '' then ${failuresPerName}::int else ${failuresPerNameAndAddress}::int end
      and since + ${failureWindowMinutes} * interval '1 min' > ledger_now()
    order by until desc`;
  const everywhere = rows.find((row) => row.address === "");
  if (everywhere) return { until: everywhere.until, failures: everywhere.count, addresses: "all" };
  const [last] = rows;
  if (!last) return null;
  return {
    until: last.until,
    failures: rows.reduce((sum, row) => sum + row.count, 0),
    addresses: rows.map((row) => row.address),
  };
}

/** Forgets what a name failed, at all addresses. */
export async function forgiveFailures(tx: Tx, username: string) {
  await tx.failedSignIn.deleteMany({ where: { nameHash: hashName(username) } });
}

/** Which of these names stand behind a lock, at whatever address. */
export async function lockedAmong(tx: Tx, usernames: readonly string[]): Promise<string[]> {
  const { failureWindowMinutes, failuresPerName, failuresPerNameAndAddress } = await readSettings(tx);
  const byHash = new Map(usernames.map((username) => [hexOf(username), username]));
  const rows = await tx.$queryRaw<{ hash: string }[]>`
    select distinct encode(name_hash, 'hex') as hash from failed_sign_in
    where name_hash in (select decode(hash, 'hex') from unnest(${[...byHash.keys()]}::text[]) as hash)
      and count >= case when address = '' then ${failuresPerName}::int else ${failuresPerNameAndAddress}::int end
      and since + ${failureWindowMinutes} * interval '1 min' > ledger_now()`;
  return rows.flatMap(({ hash }) => byHash.get(hash) ?? []);
}

/** Forgets what these names failed; rows are taken in the order in which attempts count them. */
export async function forgiveFailuresOf(tx: Tx, usernames: readonly string[]) {
  await tx.$executeRaw`
    with held as (
      select name_hash, address from failed_sign_in
      where name_hash in (select decode(hash, 'hex') from unnest(${usernames.map(hexOf)}::text[]) as hash)
      order by name_hash, address for update
    )
    delete from failed_sign_in f using held h where f.name_hash = h.name_hash and f.address = h.address`;
}

const hexOf = (username: string) => Buffer.from(hashName(username)).toString("hex");
