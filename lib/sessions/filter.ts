import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { deviceLabel, deviceName } from "./device-names";
import type { SessionFilter } from "./schema";

/** The sessions of a user that a filter lets through. */
export async function sessionsWhere(
  userId: string,
  { platform, version, device, cause, ...range }: SessionFilter,
): Promise<Prisma.SessionWhereInput> {
  return {
    userId,
    ...(platform.length > 0 && { platform: { in: platform } }),
    ...(version.length > 0 && { version: { in: version } }),
    ...(cause.length > 0 && { cause: { in: cause } }),
    AND: [touching(range), ...(device.length > 0 ? [await onDevices(userId, device)] : [])],
  };
}

/** The sessions that share a moment with a half-open range. */
export const touching = ({ from, to }: Pick<SessionFilter, "from" | "to">): Prisma.SessionWhereInput => ({
  ...(to && { loginAt: { lt: to } }),
  ...(from && { OR: [{ logoutAt: null }, { logoutAt: { gt: from } }, { loginAt: { gte: from } }] }),
});

/** Names are shown, codes are stored: what the user has used says which of them are meant. */
async function onDevices(userId: string, names: readonly string[]): Promise<Prisma.SessionWhereInput> {
  const used = await db.session.groupBy({
    by: ["device", "browserName", "browserVersion"],
    where: { userId },
  });
  const meant = used.filter((kind) => namesOf(kind).some((name) => names.includes(name)));
  // An empty OR beside other conditions would let everything through.
  return meant.length > 0 ? { OR: meant } : { id: { in: [] } };
}

type Kind = Parameters<typeof deviceLabel>[0];

const namesOf = (kind: Kind) =>
  [deviceLabel(kind), kind.device ?? kind.browserName].filter((name) => name !== null);

/** What a filter offers for a device: its name, or a desktop's browser whatever its version. */
export const deviceGroup = ({ device, browserName }: Kind | Omit<Kind, "browserVersion">) =>
  device === null ? browserName : deviceName(device);
