import { type Actor, authorize } from "@/lib/auth/actor";
import { type LinkLine, linkLines } from "@/lib/auth/link-list";
import { makePasswordLinks } from "@/lib/auth/password-links";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client";
import type { Which } from "./schema";
import { readImport } from "./work";

const atOnce = 500;

/** One-time links for those whom an import made without a password and who have none yet; older links of theirs end. */
export async function makeImportLinks(actor: Actor, { id }: Which) {
  authorize(actor, "users:write");
  const found = await readImport(db, id);
  if (!found) return fail("not-found");
  if (found.state !== "done" && found.state !== "stopped") return fail("import-moved-on");
  const people = await withoutPassword(id);
  if (people.length === 0) return fail("import-over");

  const links: LinkLine[] = [];
  for (let from = 0; from < people.length; from += atOnce) {
    const some = people.slice(from, from + atOnce);
    const made = await db.$transaction((tx) =>
      makePasswordLinks(
        tx,
        actor,
        some.map((person) => person.id),
      ),
    );
    links.push(...linkLines(some, made));
  }
  return ok(links);
}

type Person = { id: string; username: string; name: string; email: string | null };

const unable = Prisma.sql`
  from user_import_change c join user_account u on u.id = c.user_id
  where c.before is null and u.password_hash is null and u.disabled_at is null and c.import_id =`;

/** In the order of the file. */
const withoutPassword = (importId: string) => db.$queryRaw<Person[]>`
  select u.id, u.username, u.name, u.email ${unable} ${importId}::uuid order by c.line`;

export async function countWithoutPassword(importId: string): Promise<number> {
  const [row] = await db.$queryRaw<
    [{ count: number }]
  >`select count(*)::int as count ${unable} ${importId}::uuid`;
  return row.count;
}
