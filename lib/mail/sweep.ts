import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";
import { mostAttempts, pauseAfter } from "@/lib/attempts";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { Prisma } from "@/prisma/generated/client";
import { MailContent, type Wording } from "./schema";

const sideBySide = 2;
const patienceMs = 20_000;
/** Longer than a mail can take: whoever claimed it is gone by then. A file takes its time on a slow line. */
const claimSeconds = 180;
const claimWithFileSeconds = 900;
const keptDays = 30;

type Mail = { id: string; to: string | null; runId: string | null; content: unknown; attempts: number };
type Word = (content: MailContent) => Wording;

/**
 * Sends what is due to the centre's mail server. Each mail is a row that any gateway claims by setting its next attempt: one
 * that dies in between leaves it to be tried again, under the same message id.
 */
export async function sweepMails(word: Word): Promise<void> {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  if (!url || !from) return;
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  const sendWhileDue = async () => {
    for (let mail = await claim(); mail; mail = await claim()) await send(mail, { transport, from, word });
  };
  await Promise.all(Array.from({ length: sideBySide }, sendWhileDue));
}

async function claim(): Promise<Mail | undefined> {
  const [mail] = await db.$queryRaw<Mail[]>`
    with due as (
      select id from mail where sent_at is null and given_up_at is null and next_at <= ledger_now()
      order by next_at limit 1 for update skip locked
    )
    update mail m set attempts = m.attempts + 1, next_at = ledger_now()
      + case when m.run_id is null then ${claimSeconds}::int else ${claimWithFileSeconds}::int end * interval '1 s'
    from due where m.id = due.id
    returning m.id, coalesce(m.address, (select u.email from user_account u where u.id = m.user_id)) as "to",
      m.run_id as "runId", m.content, m.attempts`;
  return mail;
}

type By = { transport: Transporter; from: string; word: Word };

async function send({ id, to, runId, content, attempts }: Mail, { transport, from, word }: By) {
  if (to === null) return giveUp(id, "this person has no address any more");
  try {
    await transport.sendMail({
      from,
      to: { name: "", address: to },
      ...word(MailContent.parse(content)),
      attachments: runId === null ? [] : await fileOf(runId),
      messageId: `<${id}@${new URL(env().CONSOLE_URL).hostname}>`,
      headers: { "auto-submitted": "auto-generated" },
    });
    // Whoever withdraws one that is on its way comes too late.
    await db.$executeRaw`
      update mail set sent_at = ledger_now(), given_up_at = null, failure = null where id = ${id}::uuid`;
  } catch (error) {
    const reason = String(error).slice(0, 500);
    if (isFinal(error) || attempts >= mostAttempts) return giveUp(id, reason);
    log.warn({ error: reason, mail: id }, "the mail server did not take a mail; trying again later");
    await db.$executeRaw`
      update mail set failure = ${reason}, next_at = ledger_now() + ${pauseAfter(Prisma.sql`attempts`)}
      where id = ${id}::uuid`;
  }
}

async function fileOf(runId: string) {
  const run = await db.reportRun.findUnique({
    where: { id: runId },
    select: { file: true, fileName: true, fileType: true },
  });
  if (!run?.file || !run.fileName || !run.fileType) return [];
  return [{ content: Buffer.from(run.file), filename: run.fileName, contentType: run.fileType }];
}

async function giveUp(id: string, reason: string) {
  log.error({ error: reason, mail: id }, "a mail was given up");
  await db.$executeRaw`
    update mail set failure = ${reason}, given_up_at = ledger_now() where id = ${id}::uuid and sent_at is null`;
}

const Refusal = z.object({ command: z.literal("RCPT TO"), responseCode: z.int().min(500).max(599) });

/** The server knows no such address: that is so tomorrow, too. */
const isFinal = (error: unknown) => Refusal.safeParse(error).success;

/** Forgets mails that went out, or never will, after a month. */
export async function forgetOldMails(): Promise<void> {
  await db.$executeRaw`
    delete from mail where coalesce(sent_at, given_up_at) < (select ledger_now()) - ${keptDays} * interval '1 day'`;
}
