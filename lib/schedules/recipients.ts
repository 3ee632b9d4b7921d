import type { Tx } from "@/lib/db";

/** Addresses of people of Rollcall are kept with the people: a mail goes to the address that they have then. */
export async function writeRecipients(tx: Tx, scheduleId: string, addresses: readonly string[]) {
  await tx.scheduleRecipient.deleteMany({ where: { scheduleId } });
  await tx.$executeRaw`
    insert into schedule_recipient (schedule_id, position, user_id, address)
    select ${scheduleId}::uuid, g.position, p.id, case when p.id is null then g.address end
    from unnest(${[...addresses]}::text[]) with ordinality as g (address, position)
    left join lateral (
      select (array_agg(u.id))[1] as id from user_account u
      where lower(u.email) = lower(g.address) and u.disabled_at is null having count(*) = 1
    ) p on true`;
}

export type Recipient = { userId: string | null; address: string | null; name: string | null };

/** In the order in which they were named, each with the address of now; null of a person who can get none. */
export async function readRecipients(tx: Tx, scheduleId: string): Promise<Recipient[]> {
  const rows = await tx.scheduleRecipient.findMany({
    where: { scheduleId },
    include: { user: { select: { name: true, email: true, disabledAt: true } } },
    orderBy: { position: "asc" },
  });
  return rows.map(toRecipient);
}

type Row = {
  userId: string | null;
  address: string | null;
  user: { name: string; email: string | null; disabledAt: Date | null } | null;
};

export const toRecipient = ({ userId, address, user }: Row): Recipient => ({
  userId,
  address: user ? (user.disabledAt ? null : user.email) : address,
  name: user?.name ?? null,
});

/** To whom a run goes: a trial to the owner alone. */
export const addressesOf = (
  { ownerId, recipients }: { ownerId: string; recipients: readonly Row[] },
  trial: boolean,
): Pick<Row, "userId" | "address">[] => (trial ? [{ userId: ownerId, address: null }] : [...recipients]);
