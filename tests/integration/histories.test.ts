import { hash } from "@node-rs/argon2";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { beat, recordSigns } from "@/lib/seats/beat";
import { commitNews } from "@/lib/seats/commit";
import { signOut } from "@/lib/sessions/commands";
import { Client } from "@/lib/sessions/schema";
import { signIn } from "@/lib/sessions/sign-in";
import { sweepSilent } from "@/lib/sessions/sweep";
import { passInClock } from "./clock";
import { password, person, tell } from "./people";

// Whatever people, apps, networks and machines do, in whatever order: the ledger's rules 1, 3, 4 and 7 hold.

const noon = new Date("2026-11-22T12:00:00Z");
const origin = { ip: "10.1.2.3", userAgent: "test" };
let clock: Awaited<ReturnType<typeof passInClock>>;
// The ledger is tried here, not hashing.
let cheapHash: string;

beforeAll(async () => {
  clock = await passInClock(noon);
  cheapHash = await hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
});

const shared = "0190a1b2-0000-7000-8000-000000000001";
const clients = [
  { app: "Agent Desktop", version: "5.24.99" },
  { app: "Mobile", version: "2.17.60", os: { name: "iOS" } },
  // A device at the counter that both people use.
  { app: "Mobile", version: "2.17.60", os: { name: "Android" }, installId: shared },
].map((client) => Client.parse(client));

const who = fc.constantFrom(0, 1);
const state = fc.constantFrom("ready", "busy", "after_call_work", "not_ready");
const step = fc.oneof(
  fc.record({
    do: fc.constant("sign-in" as const),
    who,
    client: fc.constantFrom(0, 1, 2),
    agrees: fc.boolean(),
  }),
  fc.record({ do: fc.constant("resume" as const), who }),
  fc.record({ do: fc.constant("sign-out" as const), who }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("state" as const),
      who,
      state,
      lateBy: fc.integer({ min: 0, max: 7200 }),
    }),
  },
  fc.record({ do: fc.constant("reconnect" as const), who }),
  fc.record({ do: fc.constant("pong" as const), who }),
  // A crash: the answer was lost, the app sends its last frame again.
  fc.record({ do: fc.constant("repeat" as const), who }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      seconds: fc.constantFrom(1, 20, 59, 61, 400, 1900, 50_000),
    }),
  },
  fc.record({ do: fc.constant("outage" as const), seconds: fc.constantFrom(3, 100, 4000) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Person = {
  id: string;
  username: string;
  session?: { id: string; token: string } | undefined;
  lastFrame?: { frameId: string; sent: object } | undefined;
  /** By session: the states that were acknowledged, in the order of the frames. */
  told: Map<string, string[]>;
};

async function perform(people: Person[], one: Step, count: number) {
  if (one.do === "wait" || one.do === "outage") {
    await clock.advance(one.seconds);
    if (one.do === "outage") await beat();
    else await db.$executeRaw`update gateway_beat set beat_at = ledger_now()`;
    return sweepSilent();
  }
  const me = people[one.who];
  if (!me) return;
  const { session } = me;
  switch (one.do) {
    case "sign-in": {
      const client = clients[one.client] ?? clients[0];
      if (!client) return;
      const asked = await signIn({ username: me.username, password, client }, origin);
      const takeOver = !asked.ok && asked.code === "seat-taken" ? asked.detail.takeOver : undefined;
      const answer =
        takeOver && one.agrees
          ? await signIn({ username: me.username, password, client, takeOver }, origin)
          : asked;
      if (answer.ok) me.session = { id: answer.value.sessionId, token: answer.value.token };
      return;
    }
    case "resume": {
      if (!session || !clients[0]) return;
      const answer = await signIn({ resume: session.token, client: clients[0] }, origin);
      if (answer.ok) me.session = { id: answer.value.sessionId, token: answer.value.token };
      return;
    }
    case "sign-out":
      if (session) await signOut({ id: session.id, userId: me.id });
      return;
    case "reconnect":
      if (session)
        await commitNews([
          { userId: me.id, sessionId: session.id, event: { kind: "attach", streamId: crypto.randomUUID() } },
        ]);
      return;
    case "pong":
      if (session) await recordSigns([{ userId: me.id, sessionId: session.id, agedMs: 0 }]);
      return;
    case "state": {
      if (!session) return;
      me.lastFrame = {
        frameId: `h${count}`,
        sent: { type: "state", state: one.state, ageMs: one.lateBy * 1000 },
      };
      const outcome = await tell({ id: session.id, userId: me.id }, me.lastFrame.sent, me.lastFrame);
      if (outcome === "stored") me.told.set(session.id, [...(me.told.get(session.id) ?? []), one.state]);
      return;
    }
    case "repeat":
      if (session && me.lastFrame) {
        const known = me.told.get(session.id)?.length ?? 0;
        const outcome = await tell({ id: session.id, userId: me.id }, me.lastFrame.sent, me.lastFrame);
        if (known > 0) expect(outcome).not.toBe("stored");
      }
  }
}

test("after any history", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
      await clock.set(noon);
      await db.gatewayBeat.deleteMany();
      await beat();
      const people = await Promise.all([someone(), someone()]);
      for (const [count, one] of steps.entries()) await perform(people, one, count);
      await clock.advance(1);
      for (const me of people) await check(me);
    }),
    { numRuns: Number(process.env.HISTORIES ?? 60) },
  );
});

async function someone(): Promise<Person> {
  const { id, username } = await person({ password: undefined });
  await db.user.update({ where: { id }, data: { passwordHash: cheapHash } });
  return { id, username, told: new Map() };
}

async function check(me: Person) {
  const open = await db.seat.findUniqueOrThrow({ where: { userId: me.id } });
  if (open.open && open.sessionId) await signOut({ id: open.sessionId, userId: me.id });
  const sessions = await db.session.findMany({
    where: { userId: me.id },
    orderBy: [{ loginAt: "asc" }, { id: "asc" }],
    include: { states: true },
  });

  for (const [index, session] of sessions.entries()) {
    const { loginAt, logoutAt, states } = session;
    const end = logoutAt?.getTime() ?? Number.NaN;
    // Never two open, never two at once.
    expect(end).toBeGreaterThanOrEqual(loginAt.getTime());
    expect(sessions[index + 1]?.loginAt.getTime() ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(end);

    // Every state that was acknowledged, in its order; what was told twice in a row is one stay.
    const kept = states?.state.filter((one) => one !== "unknown") ?? [];
    expect(isWithin(withoutRepeats(me.told.get(session.id) ?? []), kept)).toBe(true);

    // The parts make the whole, and are those of the states.
    const parts = { ready: 0, not_ready: 0, busy: 0, after_call_work: 0, unknown: 0 };
    for (const [position, from] of (states?.startedAt ?? []).entries()) {
      const name = states?.state[position] as keyof typeof parts;
      parts[name] += (states?.startedAt[position + 1]?.getTime() ?? end) - from.getTime();
    }
    expect(states?.startedAt[0]).toEqual(loginAt);
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(end - loginAt.getTime());
    expect(parts).toEqual({
      ready: Number(session.readyMs),
      not_ready: Number(session.notReadyMs),
      busy: Number(session.busyMs),
      after_call_work: Number(session.afterCallWorkMs),
      unknown: Number(session.unknownMs),
    });
  }
}

const withoutRepeats = (states: string[]) => states.filter((state, index) => state !== states[index - 1]);

/** True if all of `some` are in `all`, in their order. */
function isWithin(some: string[], all: string[]) {
  let from = 0;
  return some.every((state) => {
    const found = all.indexOf(state, from);
    from = found + 1;
    return found >= 0;
  });
}
