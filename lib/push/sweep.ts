import pLimit from "p-limit";
import { mostAttempts, pauseAfter } from "@/lib/attempts";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { isQuiet } from "@/lib/notices/quiet";
import { readSettings } from "@/lib/settings/queries";
import { Prisma } from "@/prisma/generated/client";
import type { ReleaseKind } from "@/prisma/generated/enums";
import { signatureOf } from "./signature";

const patienceMs = 5000;
const sideBySide = 8;
const atOnce = 200;

/**
 * Pushes to phones without a socket what belongs on their screens, through the centre's own sender. Each push is a row that any
 * gateway claims by setting its next attempt: one that dies in between leaves it to be tried again.
 */
export async function sweepPushes(): Promise<void> {
  const { PUSH_WEBHOOK_URL: url, PUSH_WEBHOOK_SECRET: secret } = env();
  if (!url || !secret) return;
  await wantPushes();
  const claimed = await claimPushes();
  const next = pLimit(sideBySide);
  await next.map(claimed, (push) => send(push, { url, secret }));
}

/** In the quiet hours only what is mandatory rings a phone. */
async function wantPushes() {
  const quiet = isQuiet(await readSettings(db), await databaseNow(db));
  await db.$executeRaw`
    insert into push as p (notice_id, told_at, next_at)
    select n.id, coalesce(n.reminded_at, n.made_at), ledger_now() from notice n
    join seat s on s.user_id = n.user_id and s.open and s.session_id = n.session_id and s.stream_id is null
    join installation i on i.id = s.installation_id and i.install_id is not null and i.channel <> 'desktop'
    where n.closed_at is null and (n.kind = 'mandatory' or (n.later_at is null and not ${quiet}))
      and (n.delivered_at is null or n.reminded_at > n.delivered_at)
    on conflict (notice_id) do update set told_at = excluded.told_at, attempts = 0, next_at = excluded.next_at, sent_at = null
    where p.told_at < excluded.told_at`;
}

type Claimed = {
  noticeId: string;
  installId: string;
  kind: ReleaseKind;
  signOutAt: Date | null;
  now: Date;
};

const claimPushes = () =>
  db.$queryRaw<Claimed[]>`
    with due as (
      select p.notice_id from push p join notice n on n.id = p.notice_id and n.closed_at is null
      where p.sent_at is null and p.next_at <= ledger_now() and p.attempts < ${mostAttempts}
      order by p.next_at limit ${atOnce} for update of p skip locked
    ), claimed as (
      update push p set attempts = p.attempts + 1,
        next_at = ledger_now() + ${pauseAfter(Prisma.sql`(p.attempts + 1)`)}
      from due where p.notice_id = due.notice_id returning p.notice_id
    )
    select n.id as "noticeId", i.install_id as "installId", n.kind::text, n.sign_out_at as "signOutAt", ledger_now() as now
    from claimed c join notice n on n.id = c.notice_id join session x on x.id = n.session_id
    join installation i on i.id = x.installation_id`;

type Target = { url: string; secret: string };

/** Without anything that says who it is for: the app's own id of its installation, and what kind of news waits there. */
async function send({ noticeId, installId, kind, signOutAt, now }: Claimed, { url, secret }: Target) {
  const expiresAt = signOutAt?.toISOString() ?? null;
  const body = JSON.stringify({
    type: "notice",
    noticeId,
    installId,
    kind,
    collapseKey: "update",
    expiresAt,
  });
  try {
    const answer = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        "rollcall-signature": signatureOf(body, secret, now),
      },
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    await db.$executeRaw`update push set sent_at = ledger_now() where notice_id = ${noticeId}::uuid`;
  } catch (error) {
    log.warn({ error: String(error), noticeId }, "the sender of pushes did not take one; trying again later");
  }
}
