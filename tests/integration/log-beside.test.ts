import { expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { cancelLogRequest } from "@/lib/logs/commands";
import { happeningsBeside } from "@/lib/logs/happenings";
import { openedLog } from "@/lib/logs/opened";
import { openLogRequest } from "@/lib/logs/queries";
import { commitNews } from "@/lib/seats/commit";
import { signOut } from "@/lib/sessions/commands";
import { sweepUnreachable } from "@/lib/sessions/sweep";
import { versionLabel } from "@/lib/versions/label";
import { administratorOf } from "./accounts";
import { asOwner } from "./database";
import { asked, send, tellOf } from "./logs";
import { atNight, minuteMs, night } from "./night";
import { person, signedIn, tell } from "./people";
import { published, withdrawAll } from "./releases";

const clock = atNight();
const { wait } = clock;
const at = (minutes: number) => new Date(night.getTime() + minutes * minuteMs).toISOString();
const line = (minutes: number) =>
  JSON.stringify({ at: at(minutes), level: "info", message: `at ${minutes}` });

test("what the agent did stands before the line that was written next, and is nobody else's", async () => {
  const user = await person();
  const session = { id: (await signedIn(user.username)).sessionId, userId: user.id };
  const { id } = await asked(user.username);
  await tellOf(session, id, { status: "accepted" });
  await wait(2);
  await tell(session, { type: "state", state: "ready" });
  await wait(3);
  await tell(session, {
    type: "interaction",
    interactionId: "one",
    phase: "started",
    channel: "voice",
    direction: "inbound",
    service: "Billing",
  });
  await wait(1);
  const other = await person();
  await signedIn(other.username);
  await send(session, id, 0, [line(0), line(1), line(3)].join("\n"));
  await send(session, id, 1, [line(4), "no time in it", line(6)].join("\n"));
  await signOut(session);

  const found = await happeningsBeside(bootstrapToken, { id });
  expect(found.ok && found.value.map(({ at, before, what }) => [at, before, what.kind])).toEqual([
    [at(0), 0, "signed-in"],
    [at(0), 0, "state"],
    [at(2), 2, "state"],
    [at(5), 5, "began"],
    [at(6), 5, "ended"],
    [at(6), 5, "signed-out"],
  ]);
});

test("of very many the newest are there, and how many came before them", async () => {
  const user = await person();
  const session = { id: (await signedIn(user.username)).sessionId, userId: user.id };
  const { id } = await asked(user.username);
  await tellOf(session, id, { status: "accepted" });
  await wait(60);
  // Two each: their beginnings and their ends.
  await asOwner(
    `insert into interaction (session_id, external_id, user_id, channel, direction, started_at, ended_at)
     select $1, n, $2, 'voice', 'inbound', $3::timestamptz + n * interval '1 s', $3::timestamptz + n * interval '1 s'
     from generate_series(1, 2600) n`,
    [session.id, session.userId, night],
  );
  const found = await happeningsBeside(bootstrapToken, { id });
  if (!found.ok) throw new Error(found.code);
  const [first, ...rest] = found.value;
  const all = 2 * 2600 + 2;
  expect(rest).toHaveLength(5000);
  expect(first?.what).toEqual({ kind: "left-out", count: all - 5000 });
  expect(rest.at(-1)).toMatchObject({ at: at(2600 / 60), what: { kind: "ended" } });
});

test("a loss of contact and the return from it stand among them", async () => {
  const user = await person();
  const session = { id: (await signedIn(user.username)).sessionId, userId: user.id };
  await wait(40);
  await sweepUnreachable();
  await commitNews([{ userId: session.userId, sessionId: session.id, event: { kind: "contact" } }]);
  const { id } = await asked(user.username);
  await tellOf(session, id, { status: "accepted" });
  await wait(5);
  await send(session, id, 0, [line(0), line(42)].join("\n"));

  const found = await happeningsBeside(bootstrapToken, { id });
  expect(found.ok && found.value.map(({ at, before, what }) => [at, before, what.kind])).toEqual([
    [at(0), 0, "signed-in"],
    [at(0), 0, "state"],
    [at(0).replace("000Z", "001Z"), 1, "lost"],
    [at(40), 1, "state"],
  ]);
});

test("the notice of an update stands among them", async () => {
  const release = await published();
  try {
    const user = await person();
    const session = { id: (await signedIn(user.username)).sessionId, userId: user.id };
    const { id } = await asked(user.username);
    await tellOf(session, id, { status: "accepted" });
    await wait(2);
    await send(session, id, 0, [line(0), line(1)].join("\n"));
    const found = await happeningsBeside(bootstrapToken, { id });
    expect(found.ok && found.value.map(({ what }) => what)).toContainEqual({
      kind: "told",
      version: versionLabel(release.version, release.build),
      mandatory: false,
    });
  } finally {
    await withdrawAll();
  }
});

test("a log that is opened says what has arrived, and what is missing in between", async () => {
  const user = await person();
  const session = { id: (await signedIn(user.username)).sessionId, userId: user.id };
  const { id } = await asked(user.username);
  const opened = async () => {
    const log = await openedLog(bootstrapToken, { id });
    return log.ok && { lines: log.value.lines, missing: log.value.missing, lastAt: log.value.lastAt };
  };
  expect(await opened()).toEqual({ lines: 0, missing: 0, lastAt: null });
  await tellOf(session, id, { status: "accepted" });
  await send(session, id, 1, line(4));
  expect(await opened()).toEqual({ lines: 1, missing: 1, lastAt: at(4) });
  await send(session, id, 0, line(2));
  expect(await opened()).toEqual({ lines: 2, missing: 0, lastAt: at(4) });
});

test("the open request for somebody is told to whoever may ask", async () => {
  const { username } = await person();
  expect(await openLogRequest(bootstrapToken, { username })).toEqual({ ok: true, value: null });
  const { id } = await asked(username, { reason: "Calls drop" });
  expect(await openLogRequest(bootstrapToken, { username })).toMatchObject({
    value: { id, reason: "Calls drop" },
  });
  const elsewhere = administratorOf("01937b5c-7f0e-7c4a-9b1d-2f6a0c8e4d11");
  expect(await openLogRequest(elsewhere, { username })).toMatchObject({ ok: false, code: "not-found" });
  await cancelLogRequest(bootstrapToken, { id });
  expect(await openLogRequest(bootstrapToken, { username })).toEqual({ ok: true, value: null });
});
