import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { sweepDeadlines } from "@/lib/notices/sweep";
import { beat, recordSigns } from "@/lib/seats/beat";
import { commitNews } from "@/lib/seats/commit";
import { type Ending, endSession, endSessions } from "@/lib/sessions/end";
import { passInClock } from "./clock";
import { asOwner } from "./database";
import { desktop, person, phone, sessionsOf, signedIn, tell } from "./people";
import { mandatory, noticesOf, withdrawAll } from "./releases";

let clock: Awaited<ReturnType<typeof passInClock>>;

beforeEach(async () => {
  clock = await passInClock(new Date("2026-11-22T20:00:00Z"));
  await withdrawAll();
  await db.gatewayBeat.deleteMany();
  await beat();
});

async function pass(seconds: number) {
  await clock.advance(seconds);
  await db.$executeRaw`update gateway_beat set beat_at = ledger_now()`;
}

type Session = { id: string; userId: string };

async function signIn(client = phone): Promise<Session> {
  const user = await person();
  await signedIn(user.username, { client });
  const [session] = await sessionsOf(user.id);
  return { id: session?.id ?? "", userId: user.id };
}

const call = { type: "interaction", interactionId: "call", channel: "voice", direction: "inbound" };
const chat = { ...call, interactionId: "chat", channel: "chat" };

/** One of every kind, signed in a moment ago, with what each did in the hour since. */
async function crowd(): Promise<Session[]> {
  const onHold = await signIn();
  const offered = await signIn(desktop);
  const silent = await signIn();
  const silentOnCall = await signIn(desktop);
  const forced = await signIn();
  const late = await signIn();
  await tell(onHold, { type: "state", state: "ready" });
  await tell(silentOnCall, { ...call, phase: "started" });
  await tell(late, { ...call, phase: "started" });
  await pass(600);
  await tell(onHold, { ...call, phase: "started" });
  await tell(onHold, { type: "state", state: "busy" });
  await tell(late, { ...call, phase: "ended" });
  await pass(1260);
  await tell(onHold, { ...call, phase: "held" });
  await tell(offered, { ...chat, phase: "offered" });
  await tell(late, { type: "state", state: "not_ready", reason: "Lunch", ageMs: 90_000 });
  const state = { state: "not_ready" as const, reason: "Meeting" };
  const by = { kind: "person" as const, id: onHold.userId };
  const event = { kind: "force" as const, state, by };
  await commitNews([{ userId: forced.userId, sessionId: forced.id, event }]);
  await pass(40);
  await recordSigns(
    [onHold, offered, forced, late].map(({ userId, id }) => ({ userId, sessionId: id, agedMs: 0 })),
  );
  await pass(7);
  const fresh = await signIn();
  return [onHold, offered, silent, silentOnCall, forced, late, fresh];
}

/** All that is left of a session, without the ids. */
async function leftOf({ id, userId }: Session) {
  const without = (columns: string) =>
    columns
      .split(" ")
      .map((name) => ` - '${name}'`)
      .join("");
  const [row] = await asOwner(
    `select to_jsonb(x)${without("id user_id token_hash installation_id ended_by_id idempotency_key")} as session,
       x.ended_by_id = x.user_id as by_themselves, to_jsonb(s)${without("user_id session_id installation_id stamped")} as seat,
       to_jsonb(p) - 'session_id' - 'user_id' as states,
       (select jsonb_agg(to_jsonb(i) - 'session_id' - 'user_id' order by i.external_id) from interaction i
         where i.session_id = x.id) as interactions,
       (select jsonb_agg(to_jsonb(n)${without("id session_id user_id")} order by n.id) from notice n
         where n.session_id = x.id) as notices,
       (select count(*)::int from state_interval i where i.session_id = x.id) as unpacked
     from session x join seat s on s.user_id = x.user_id left join session_states p on p.session_id = x.id
     where x.id = $1 and x.user_id = $2`,
    [id, userId],
  );
  return row;
}

test.each<Ending["cause"]>(["ended_by_administrator", "mandatory_update", "inactivity"])(
  "many ended in one statement leave what each would leave by itself: %s",
  async (cause) => {
    const alone = await crowd();
    await clock.set(new Date("2026-11-22T20:00:00Z"));
    await db.$executeRaw`update gateway_beat set beat_at = ledger_now(), resumed_at = ledger_now()`;
    const together = await crowd();
    await mandatory({ signOut: { mode: "at_once" } });

    const endingOf = ({ userId }: Session, index: number): Ending & { userId: string } =>
      index % 2
        ? { userId, cause, by: { kind: "person", id: userId }, reason: "Moves\nhouse" }
        : { userId, cause, by: { kind: "rule", id: null } };
    for (const [index, session] of alone.entries())
      await db.$transaction((tx) => endSession(tx, session.userId, endingOf(session, index)));
    const ended = await db.$transaction((tx) => endSessions(tx, together.map(endingOf)));

    const left = await Promise.all(together.map(leftOf));
    expect(left).toEqual(await Promise.all(alone.map(leftOf)));
    expect(left.map((one) => one?.unpacked)).toEqual(together.map(() => 0));
    expect(left.map((one) => one?.seat.open)).toEqual(together.map(() => false));
    const logouts = new Map(ended.map(({ userId, logoutAt }) => [userId, logoutAt]));
    for (const { userId } of together)
      expect(await sessionsOf(userId)).toMatchObject([{ logoutAt: logouts.get(userId), cause }]);
    expect(new Set(left.map((one) => one?.session.certainty))).toEqual(
      new Set(cause === "inactivity" ? ["last_seen"] : ["exact", "last_seen"]),
    );
  },
);

test("nobody's session ends where one of them has none", async () => {
  const [here, gone] = [await signIn(), await signIn()];
  const by = { kind: "rule" as const, id: null };
  const end = (tx: Parameters<typeof endSession>[0], sessions: readonly Session[]) =>
    endSessions(
      tx,
      sessions.map(({ userId }) => ({ userId, cause: "maintenance", by })),
    );
  await db.$transaction((tx) => end(tx, [gone]));
  await expect(db.$transaction((tx) => end(tx, [here, gone]))).rejects.toThrow("has no open session");
  expect(await sessionsOf(here.userId)).toMatchObject([{ logoutAt: null }]);
});

test("one seat that cannot be ended, and one that somebody holds, keep none of the others", async () => {
  const sessions = await Promise.all(Array.from({ length: 7 }, () => signIn()));
  await mandatory({ graceMinutes: 15, signOut: { mode: "at_once" } });
  await pass(15 * 60);
  const [broken, held, ...others] = sessions;
  await asOwner("delete from state_interval where session_id = $1", [broken?.id]);
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from seat where user_id = ${held?.userId}::uuid for update`;
    await sweepDeadlines();
  });
  for (const { userId } of others) {
    expect(await sessionsOf(userId)).toMatchObject([{ cause: "mandatory_update" }]);
    expect(await noticesOf(userId)).toMatchObject([{ closedWhy: "signed_out" }]);
  }
  expect(await sessionsOf(broken?.userId ?? "")).toMatchObject([{ logoutAt: null }]);
  expect(await sessionsOf(held?.userId ?? "")).toMatchObject([{ logoutAt: null }]);
  await sweepDeadlines();
  expect(await sessionsOf(held?.userId ?? "")).toMatchObject([{ cause: "mandatory_update" }]);
});
