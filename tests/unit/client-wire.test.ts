import { expect, test } from "vitest";
import { afterClose, isUnwelcome } from "@/client/close-code";
import { readProblem } from "@/client/problem";
import { readHeld, writeHeld } from "@/client/store";
import { readRequiredUpdate } from "@/client/updates";
import { readCurrent, readFrame, readSeatTaken } from "@/client/wire";

test("only some close codes are final", () => {
  expect([4001, 4002, 4003].map(afterClose)).toEqual(["ended", "replaced", "bad-token"]);
  expect([1000, 1006, 1008, 1011, 1012].map(afterClose)).toEqual(Array(5).fill("reconnect"));
  expect([1006, 1008, 1009, 1012].filter(isUnwelcome)).toEqual([1008, 1009]);
});

test("a problem's code is the end of its type, wherever that leads", () => {
  const body = {
    type: "https://gw.example/problems/invalid-request",
    title: "No.",
    errors: [{ path: "a", message: "b" }],
  };
  const problem = readProblem(body, 422);
  expect(problem).toMatchObject({ code: "invalid-request", message: "No.", status: 422 });
  expect(problem.invalidFields).toEqual([{ path: "a", message: "b" }]);
});

test("an answer that is no problem document is not Rollcall's", () => {
  for (const body of [undefined, "<html>", [], { error: 1 }])
    expect(readProblem(body, 502)).toMatchObject({ code: "unexpected-answer", status: 502 });
});

test("how long to wait is told in seconds, or not at all", () => {
  const asked = (header: string | null) =>
    readProblem({ type: "/problems/too-many-attempts" }, 429, header).retryAfterSeconds;
  expect([asked("12"), asked("0"), asked(null), asked(""), asked("Wed, 21 Oct 2026")]).toEqual([
    12,
    0,
    undefined,
    undefined,
    undefined,
  ]);
});

test("what passes, and what does not", () => {
  const passes = (code: string, status: number) => readProblem({ type: `/problems/${code}` }, status).passes;
  expect(passes("unavailable", 503)).toBe(true);
  expect(passes("too-many-attempts", 429)).toBe(true);
  expect(passes("session-ended", 401)).toBe(false);
  expect(passes("seat-taken", 409)).toBe(false);
  expect(readProblem("<html>", 404).passes).toBe(true);
});

test("frames of unknown types, broken and incomplete ones are ignored", () => {
  for (const text of [
    '{"type":"drain","until":"…"}',
    "{",
    "[]",
    '{"type":"ack"}',
    '{"type":"state.forced","state":"asleep"}',
  ])
    expect(readFrame(text)).toBeUndefined();
});

test("unknown fields are ignored", () => {
  expect(readFrame('{"type":"ack","id":"7","new":1}')).toEqual({ type: "ack", id: "7", current: undefined });
});

test("a forced state says who and when", () => {
  const forced = {
    state: "not_ready",
    reason: "Meeting",
    by: "Ana Petrova",
    message: "Ana Petrova set you to Not Ready: Meeting.",
    at: "2026-11-22T09:00:00.000Z",
  };
  expect(readFrame(JSON.stringify({ type: "state.forced", ...forced }))).toEqual({
    type: "state.forced",
    forced,
  });
});

test("the session is read with its interactions, but for those of a later version", () => {
  const interaction = {
    interactionId: "c1",
    phase: "started",
    channel: "voice",
    direction: "inbound",
    service: null,
    offeredAt: null,
    startedAt: "2026-11-22T09:00:00.000Z",
  };
  const { session } = readCurrent({
    sessionId: "s1",
    user: { username: "maria", name: "Maria Ortiz", team: "Billing" },
    loginAt: "2026-11-22T08:58:14.000Z",
    state: "busy",
    interactions: [interaction, { ...interaction, channel: "hologram" }],
  });
  expect(session).toMatchObject({ interactions: [interaction], forced: null, reason: null });
});

test("a release comes with its files, but for those that are no address of the web", () => {
  const file = { os: "Windows", arch: "x64", url: "https://dl.example/a.exe", sha512: "f00", size: 12 };
  const read = readRequiredUpdate(
    readProblem(
      {
        type: "/problems/update-required",
        release: {
          version: "5.25.0",
          artifacts: [{ ...file, edSignature: "c2ln" }, file, { ...file, url: "javascript:alert(1)" }, {}, 7],
        },
        distribution: "store",
      },
      403,
    ),
  );
  expect(read?.release.artifacts).toEqual([
    { ...file, edSignature: "c2ln" },
    { ...file, edSignature: null },
  ]);
});

test("the other place is read whole", () => {
  const seat = {
    app: "Mobile",
    version: "2.17.60",
    build: null,
    os: "iOS 14.8",
    device: "iPhone 8 Plus",
    since: "2026-11-22T08:58:14.000Z",
    state: "busy",
    onInteraction: true,
  };
  expect(readSeatTaken({ seat, takeOver: "permit" })).toEqual({ seat, takeOver: "permit" });
});

test("what is stored comes back; what somebody else stored does not", () => {
  const held = { token: "rc_1", stream: "ws://gateway/v1/stream" };
  expect(readHeld(writeHeld(held))).toEqual(held);
  expect(readHeld(writeHeld({ ...held, resumeKey: "k" }))).toEqual({ ...held, resumeKey: "k" });
  for (const saved of [null, "", "rc_1", "{}", '{"token":1,"stream":2}'])
    expect(readHeld(saved)).toBeUndefined();
});
