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
import { isReachable } from "./reach";
import { signatureOf } from "./signature";

const patienceMs = 5000;
const sideBySide = 8;
const atOnce = 200;

/**
 * Pushes to phones without a socket what belongs on their screens, that somebody asks for their log, and that their session is over,
 * through the centre's own sender. Each push is a row that any gateway claims by setting its next attempt: one that dies in between
 * leaves it to be tried again.
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
    join installation i on i.id = s.installation_id and ${isReachable}
    where n.closed_at is null and (n.kind = 'mandatory' or (n.later_at is null and not ${quiet}))
      and (n.delivered_at is null or n.reminded_at > n.delivered_at)
    on conflict (notice_id) do update set told_at = excluded.told_at, attempts = 0, next_at = excluded.next_at, sent_at = null
    where p.told_at < excluded.told_at`;
  if (quiet) return;
  await db.$executeRaw`
    insert into push (log_request_id, told_at, next_at)
    select r.id, r.requested_at, ledger_now() from ${waitingForPhones}
    on conflict (log_request_id) do nothing`;
}

/** Requests `r` for logs that no app knows of yet, where the phone `i` of the person has no socket. */
const waitingForPhones = Prisma.sql`log_request r
  join seat s on s.user_id = r.user_id and s.open and s.stream_id is null and coalesce(s.session_id = r.session_id, true)
  join installation i on i.id = s.installation_id and ${isReachable} and r.ended_at is null and r.status = 'requested'`;

type Claimed = {
  id: string;
  /** Of the three one. */
  noticeId: string | null;
  sessionId: string | null;
  logRequestId: string | null;
  installationId: string;
  installId: string | null;
  token: string | null;
  kind: ReleaseKind | null;
  expiresAt: Date | null;
  now: Date;
};

/** Not any more what was closed meanwhile, nor that a session is over once its app has another. */
const isOfUse = Prisma.sql`(
  exists (select from notice n where n.id = p.notice_id and n.closed_at is null)
  or exists (select from ${waitingForPhones} where r.id = p.log_request_id)
  or exists (
    select from session x where x.id = p.session_id and not exists (
      select from seat s where s.user_id = x.user_id and s.open and s.installation_id = x.installation_id)))`;

const claimPushes = () =>
  db.$queryRaw<Claimed[]>`
    with due as (
      select p.id from push p
      where p.sent_at is null and p.next_at <= ledger_now() and p.attempts < ${mostAttempts} and ${isOfUse}
      order by p.next_at limit ${atOnce} for update of p skip locked
    ), claimed as (
      update push p set attempts = p.attempts + 1,
        next_at = ledger_now() + ${pauseAfter(Prisma.sql`(p.attempts + 1)`)}
      from due where p.id = due.id returning p.id, p.notice_id, p.session_id, p.log_request_id, p.told_at
    )
    select c.id, c.notice_id as "noticeId", c.session_id as "sessionId", c.log_request_id as "logRequestId",
      i.id as "installationId", i.install_id as "installId", i.push_token as token, n.kind::text,
      case when c.session_id is null then coalesce(n.sign_out_at, r.until) else c.told_at + interval '1 day' end as "expiresAt",
      ledger_now() as now
    from claimed c left join notice n on n.id = c.notice_id left join session x on x.id in (n.session_id, c.session_id)
    left join log_request r on r.id = c.log_request_id left join seat s on s.user_id = r.user_id and s.open
    join installation i on i.id = coalesce(x.installation_id, s.installation_id)`;

type Target = { url: string; secret: string };

/** Without anything that says who it is for: where the app is, and what kind of news waits there. */
function bodyOf({ noticeId, sessionId, logRequestId: requestId, installId, token, kind, ...push }: Claimed) {
  const expiresAt = push.expiresAt?.toISOString() ?? null;
  if (noticeId !== null)
    return { type: "notice", noticeId, installId, token, kind, collapseKey: "update", expiresAt };
  if (requestId !== null)
    return { type: "log.start", requestId, installId, token, collapseKey: "log", expiresAt };
  return { type: "session.ended", sessionId, installId, token, collapseKey: "session", expiresAt };
}

async function send(push: Claimed, target: Target) {
  const refusal = await post(push, target);
  if (refusal === null)
    await db.$executeRaw`update push set sent_at = ledger_now() where id = ${push.id}::uuid`;
  else
    log.warn({ error: refusal, push: push.id }, "the sender of pushes did not take one; trying again later");
  await keepAnswer(push, { refused: refusal !== null });
}

/** Why the sender did not take it; null where it did. */
async function post(push: Claimed, { url, secret }: Target): Promise<string | null> {
  const body = JSON.stringify(bodyOf(push));
  try {
    const answer = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        "rollcall-signature": signatureOf(body, secret, push.now),
      },
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    return answer.ok ? null : `it answered ${answer.status}`;
  } catch (error) {
    return String(error);
  }
}

/**
 * Keeps whether a push would wake the phone, and has screens hear of it that show for how long it is silent. In two statements
 * of their own: whoever locks both rows does so the other way round.
 */
async function keepAnswer({ installationId: id }: Claimed, { refused }: { refused: boolean }) {
  const kept = await db.$executeRaw`
    update installation set push_refused_at = case when ${refused} then ledger_now() end
    where id = ${id}::uuid and (${refused} or push_refused_at is not null)`;
  if (kept === 0) return;
  await db.$executeRaw`
    update seat set user_id = user_id where installation_id = ${id}::uuid and unreachable_since is not null`;
}

/** Forgets after some days that a session's end was pushed; what is told of a notice or of a request for a log goes with it. */
export async function forgetOldPushes(): Promise<void> {
  await db.$executeRaw`
    delete from push where session_id is not null and told_at < (select ledger_now()) - interval '3 days'`;
}
