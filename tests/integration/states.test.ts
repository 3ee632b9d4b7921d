import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { beat } from "@/lib/seats/beat";
import { signOut } from "@/lib/sessions/commands";
import type { User } from "@/prisma/generated/client";
import { desktop, person, sessionsOf, signedIn, tell } from "./people";

let user: User;

beforeEach(async () => {
  user = await person();
  await beat();
});

describe("states", () => {
  test("the time in each makes the whole, and the end packs them", async () => {
    const { sessionId } = await signedIn(user.username);
    const session = { id: sessionId, userId: user.id };
    for (const state of ["ready", "busy", "after_call_work", "not_ready", "ready"] as const) {
      await tell(session, { type: "state", state, ...(state === "not_ready" && { reason: "Lunch" }) });
    }
    await signOut(session);
    const [row] = await sessionsOf(user.id);
    const parts = [row?.readyMs, row?.notReadyMs, row?.busyMs, row?.afterCallWorkMs, row?.unknownMs];
    const lengthMs = (row?.logoutAt?.getTime() ?? 0) - (row?.loginAt.getTime() ?? 0);
    expect(parts.reduce((sum: number, part) => sum + Number(part), 0)).toBe(lengthMs);
    expect(await db.stateInterval.count({ where: { sessionId } })).toBe(0);
    expect(await db.sessionStates.findUnique({ where: { sessionId } })).toMatchObject({
      userId: user.id,
      state: ["not_ready", "ready", "busy", "after_call_work", "not_ready", "ready"],
      reason: ["", "", "", "", "Lunch", ""],
      late: Array(6).fill(false),
    });
  });

  test("the same frame twice is stored once", async () => {
    const { sessionId } = await signedIn(user.username);
    const session = { id: sessionId, userId: user.id };
    expect(await tell(session, { type: "state", state: "ready" }, { frameId: "one" })).toBe("stored");
    await tell(session, { type: "state", state: "busy" });
    expect(await tell(session, { type: "state", state: "ready" }, { frameId: "one" })).toBe("repeated");
    expect(await db.seat.findUnique({ where: { userId: user.id } })).toMatchObject({ state: "busy" });
  });

  test("the last 32 frames are remembered", async () => {
    const { sessionId } = await signedIn(user.username);
    const session = { id: sessionId, userId: user.id };
    for (let index = 0; index < 33; index++) await tell(session, { type: "sync" }, { frameId: `f${index}` });
    const seat = await db.seat.findUniqueOrThrow({ where: { userId: user.id } });
    expect(seat.frameIds).toHaveLength(32);
    expect(seat.frameIds[0]).toBe("f1");
  });

  test("a frame of a session that lost its seat is not stored", async () => {
    const { sessionId } = await signedIn(user.username);
    await signedIn(user.username, { client: desktop });
    expect(await tell({ id: sessionId, userId: user.id }, { type: "state", state: "ready" })).toBe(
      "session-ended",
    );
  });
});
