import { z } from "zod";
import { type Actor, authorize } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { mailFigures } from "./queries";
import { withdrawn } from "./schema";

/** What a mail is about, whatever it tells: names alone, for whoever looks for it. */
const About = z.object({
  code: z.string(),
  release: z.string().nullish(),
  team: z.string().nullish(),
  schedule: z.string().nullish(),
});

const mostListed = 200;

/** Mails that were given up, the last first: to whom, about what, and why. They are kept for a month. */
export async function failedMails(actor: Actor) {
  authorize(actor, "settings:read");
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  const where = { givenUpAt: { not: null }, sentAt: null, failure: { not: withdrawn } };
  const [rows, total, { waiting }] = await Promise.all([
    db.mail.findMany({
      where,
      orderBy: [{ givenUpAt: "desc" }, { id: "desc" }],
      take: mostListed,
      include: { user: { select: { username: true, name: true, email: true } } },
    }),
    db.mail.count({ where }),
    mailFigures(db),
  ]);
  return {
    /** Where mails go out; null where none do. */
    server: url && from ? { host: new URL(url).host, from } : null,
    waiting,
    total,
    items: rows.map(({ id, user, address, content, madeAt, givenUpAt, attempts, failure }) => {
      const { code, release, team, schedule } = About.parse(content);
      const names = [release, team, schedule].filter((name) => name != null);
      return { id, user, address, code, names, madeAt, givenUpAt, attempts, failure };
    }),
  };
}
export type FailedMail = Awaited<ReturnType<typeof failedMails>>["items"][number];
