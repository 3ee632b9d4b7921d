import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { beat } from "@/lib/seats/beat";
import { recordFrame } from "@/lib/seats/state";
import { signOut } from "@/lib/sessions/commands";
import type { User } from "@/prisma/generated/client";
import { desktop, person, sessionsOf, signedIn } from "./people";

let user: User;

beforeEach(async () => {
  user = await person();
  await beat();
});

describe("states", () => {
  test("the time in each makes the whole", async () => {
    const { sessionId } = await signedIn(user.username);
    const session = { id: sessionId, userId: user.id };
    for (const [index, state] of (
      ["ready", "busy", "after_call_work", "not_ready", "ready"] as const
    ).entries()) {
      const reason = state === "not_ready" ? "Lunch" : null;
      await recordFrame(session, { frameId: `f${index}`, state: { state, reason } });
    }
    await signOut(session);
    const [row] = await sessionsOf(user.id);
    const parts = [row?.readyMs, row?.notReadyMs, row?.busyMs, row?.afterCallWorkMs, row?.unknownMs];
    const lengthMs = (row?.logoutAt?.getTime() ?? 0) - (row?.loginAt.getTime() ?? 0);
    expect(parts.reduce((sum: number, part) => sum + Number(part), 0)).toBe(lengthMs);
    const intervals = await db.stateInterval.findMany({
      where: { sessionId },
      orderBy: { startedAt: "asc" },
    });
    for (const [index, interval] of intervals.entries()) {
      expect(interval.endedAt).toEqual(intervals[index + 1]?.startedAt ?? row?.logoutAt);
    }
  });

  test("the same frame twice is stored once", async () => {
    const { sessionId } = await signedIn(user.username);
    const session = { id: sessionId, userId: user.id };
    const frame = { frameId: "one", state: { state: "ready" as const, reason: null } };
    expect(await recordFrame(session, frame)).toMatchObject({ value: { repeated: false } });
    await recordFrame(session, { frameId: "two", state: { state: "busy", reason: null } });
    expect(await recordFrame(session, frame)).toMatchObject({ value: { repeated: true } });
    expect(await db.seat.findUnique({ where: { userId: user.id } })).toMatchObject({ state: "busy" });
  });

  test("a session that was taken over changes no state", async () => {
    const first = await signedIn(user.username);
    await signedIn(user.username, { client: desktop });
    const session = { id: first.sessionId, userId: user.id };
    const frame = { frameId: "late", state: { state: "ready" as const, reason: null } };
    expect(await recordFrame(session, frame)).toMatchObject({ code: "session-ended" });
  });
});
