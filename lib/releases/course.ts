import { audit, byRule } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import type { ErrorCode } from "@/lib/errors";
import { closeNoticesOf } from "@/lib/notices/commands";
import { foreseeReminders } from "@/lib/notices/remind";
import { fail, ok, type Result } from "@/lib/result";
import { lockWorkItems } from "@/lib/work-items/write";
import { difference, lockRelease } from "./commands";
import { asEscalated } from "./escalation";
import { asOffered, type ReleaseFacts, releaseFacts } from "./facts";
import { countsOf, foresee } from "./foresee";
import { howSignedOut, offerRelease, stepped } from "./offer";
import { settleAll } from "./outcomes";
import { isFarMore, isInStore, isSeen, isTyped, kindConfirmed, turnsAt } from "./readiness";
import type { EscalateRelease, ReleaseId, WidenRelease, WithReason } from "./schema";
import { escalated } from "./then";
import { widened } from "./widened";

/** Nobody new is told; whoever was told owes it still. */
export const pauseRelease = (actor: Actor, input: WithReason) =>
  step(actor, input, ["published"], (tx) => setStatus(tx, actor, input, "paused", "release.pause"));

/** Goes on. One that was to become mandatory while it was paused holds and asks: nobody expects it to at this moment. */
export const resumeRelease = (actor: Actor, input: WithReason) =>
  step(actor, input, ["paused"], async (tx, release, now) => {
    const { kind, escalateAt } = release;
    const overdue = kind === "recommended" && escalateAt !== null && turnsAt(release, escalateAt) <= now;
    if (!overdue) return setStatus(tx, actor, input, "published", "release.resume");
    const counts = countsOf(await foresee(tx, asOffered(escalated(release), now, "mandatory"), now));
    const data = { ...stepped, status: "published" as const, held: { at: now.toISOString(), counts } };
    const row = await tx.release.update({ where: { id: release.id }, data });
    await record(tx, actor, "release.resume", input);
    const changes = { from: release.confirmed, to: counts };
    await audit(tx, byRule, { verb: "release.hold", subject: release.id, changes });
    return ok(releaseFacts(row));
  });

/**
 * Stops it counting at once: its notices leave every screen, and whoever it kept out may sign in. Never asks for a second
 * confirmation.
 */
export const withdrawRelease = (actor: Actor, input: WithReason) =>
  step(actor, input, ["published", "paused", "scheduled"], async (tx, release, now) => {
    const noticesClosed = await closeNoticesOf(tx, release.id, now);
    await lockWorkItems(tx);
    await tx.workItem.updateMany({
      where: { releaseId: release.id, closedAt: null },
      data: { closedAt: now },
    });
    const data = { ...stepped, status: "withdrawn" as const, withdrawnAt: now };
    const row = await tx.release.update({ where: { id: release.id }, data });
    await record(tx, actor, "release.withdraw", input, { to: { noticesClosed } });
    return ok(releaseFacts(row));
  });

/** Offers it to a larger share, or to more teams by name; whoever has it keeps it. */
export const widenRelease = (actor: Actor, { typedVersion, counts, ...input }: WidenRelease) =>
  step(actor, input, ["published"], async (tx, release, now) => {
    const kind = kindConfirmed(release);
    if (kind === "mandatory" && !(isSeen(actor, counts) && isTyped(actor, release, typedVersion)))
      return fail("not-confirmed");
    const found = await widened(tx, release, input);
    if (!found.ok) return found;
    const wider = found.value;
    const foreseen = await foresee(tx, asOffered(wider, now, kind), now);
    const counted = countsOf(foreseen);
    if (kind === "mandatory" && counts && isFarMore(counted, counts)) return fail("counts-changed");
    const out = await offerRelease(tx, wider, { kind: release.kind, foreseen, confirmed: counted, now });
    const changes = {
      from: { stagePercent: release.stagePercent },
      to: { stagePercent: wider.stagePercent, teams: input.teams ?? [], counts: counted },
    };
    await record(tx, actor, "release.widen", input, changes);
    return ok(out);
  });

/** Makes a recommended one mandatory, now or at a date; by then it asks again if far more would be signed out. */
export const escalateRelease = (actor: Actor, { typedVersion, counts, ...how }: EscalateRelease) =>
  step(actor, how, ["published"], async (tx, release, now) => {
    if (release.kind === "mandatory") return fail("already-mandatory");
    // Whoever chooses this minute means now.
    if (how.at && how.at.getTime() < now.getTime() - 60_000) return fail("date-passed");
    const { strict, at } = asEscalated(release, how, now);
    if (!isInStore(strict)) return fail("not-in-store");
    if (!(isSeen(actor, counts) && isTyped(actor, release, typedVersion))) return fail("not-confirmed");
    const foreseen = await foresee(tx, asOffered(strict, at, "mandatory"), at);
    const confirmed = countsOf(foreseen);
    if (counts && isFarMore(confirmed, counts)) return fail("counts-changed");
    const { from, to } = difference(howSignedOut(release), howSignedOut(strict));
    if (at > now) {
      const dated = { escalateAt: at, escalateGraceMinutes: strict.graceMinutes, confirmed };
      const data = { ...stepped, ...howSignedOut(strict), ...dated };
      const row = await tx.release.update({ where: { id: release.id }, data });
      const changes = { from, to: { ...to, at: at.toISOString(), counts: confirmed } };
      await record(tx, actor, "release.escalate", how, changes);
      return ok(releaseFacts(row));
    }
    const out = await offerRelease(tx, strict, { kind: "mandatory", foreseen, confirmed, now });
    await record(tx, actor, "release.escalate", how, { from, to: { ...to, counts: confirmed } });
    return ok(out);
  });

/** Takes back that it becomes mandatory by itself. */
export const keepRecommended = (actor: Actor, input: WithReason) =>
  step(actor, input, ["published", "paused"], async (tx, release) => {
    if (release.kind === "mandatory") return fail("already-mandatory");
    if (release.escalateAt === null) return ok(release);
    const data = { ...stepped, escalateAt: null, escalateGraceMinutes: null };
    const row = await tx.release.update({ where: { id: release.id }, data });
    await record(tx, actor, "release.keep", input, {
      from: { at: release.escalateAt.toISOString() },
    });
    return ok(releaseFacts(row));
  });

/** Whoever has seen it and has not updated is told once more; who has updated is not. */
export const remindRelease = (actor: Actor, input: WithReason) =>
  step(actor, input, ["published"], async (tx, release, now) => {
    const { reminded, later } = await foreseeReminders(tx, release.id);
    const data = { remindedAt: now, revision: { increment: 1 } };
    const row = await tx.release.update({ where: { id: release.id }, data });
    await record(tx, actor, "release.remind", input, { to: { reminded, later } });
    return ok(releaseFacts(row));
  });

type Status = ReleaseFacts["status"];
type Reasoned = ReleaseId & { reason?: string | undefined };

/** One step of a release that is in one of these states, and what it means for everybody. */
async function step<C extends ErrorCode = never, D = undefined>(
  actor: Actor,
  { id }: ReleaseId,
  from: readonly Status[],
  act: (tx: Tx, release: ReleaseFacts, now: Date) => Promise<Result<ReleaseFacts, C, D>>,
): Promise<Result<ReleaseFacts, C | "not-found" | "not-published", D | undefined>> {
  authorize(actor, "releases:publish");

  const done = await db.$transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    if (!release) return fail("not-found");
    if (!from.includes(release.status)) return fail("not-published");
    return act(tx, release, await databaseNow(tx));
  });
  if (done.ok) await settleAll();
  return done;
}

async function setStatus(tx: Tx, actor: Actor, input: WithReason, status: Status, verb: string) {
  const row = await tx.release.update({ where: { id: input.id }, data: { ...stepped, status } });
  await record(tx, actor, verb, input);
  return ok(releaseFacts(row));
}

type Changes = NonNullable<Parameters<typeof audit>[2]["changes"]>;

const record = (tx: Tx, actor: Actor, verb: string, { id, reason }: Reasoned, changes?: Changes) =>
  audit(tx, actor, {
    verb,
    subject: id,
    ...(reason !== undefined && { note: reason }),
    ...(changes && { changes }),
  });
