import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { hashPassword } from "@/lib/auth/passwords";
import { db } from "@/lib/db";
import { Username } from "./schema";

type Wanted = { username?: string | undefined; password?: string | undefined };
type First = { created: false } | { created: true; username: string; password: string | undefined };

/** Makes the first administrator while there is none; a password that was not given is random and returned, this once. */
export async function ensureFirstAdministrator(wanted: Wanted): Promise<First> {
  const username = Username.parse(wanted.username ?? "admin");
  const password = wanted.password ?? randomBytes(12).toString("base64url");
  const passwordHash = await hashPassword(password);

  return db.$transaction(async (tx) => {
    // Two starts at once make one administrator.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('first administrator'))`;
    if (await tx.user.findFirst({ where: { roles: { has: "administrator" } } })) return { created: false };

    const team =
      (await tx.team.findFirst({ orderBy: { createdAt: "asc" } })) ??
      (await tx.team.create({ data: { id: uuidv7(), name: "Administration" } }));
    await tx.user.create({
      data: {
        id: uuidv7(),
        username,
        name: "Administrator",
        passwordHash,
        teamId: team.id,
        roles: ["administrator"],
      },
    });
    return { created: true, username, password: wanted.password === undefined ? password : undefined };
  });
}
