import { db } from "@/lib/db";
import { foldEvent, type LockedSeat, unchanged } from "@/lib/seats/fold";
import { readOpenSeats } from "@/lib/seats/lock";
import { writeSeats } from "@/lib/seats/write";
import type { Times } from "./percentiles";
import { remote } from "./remote";
import type { Row } from "./table";
import { makeAgents, signInAll, type World } from "./world";

const seconds = 10;
const agents = 1000;
const inBatch = 200;

/** State changes stored and acknowledged through sockets, against the same full statement run bare. */
export default async function stateChanges(world: World): Promise<Row[]> {
  await makeAgents(world, agents);
  const tokens = await signInAll(world);
  const bare = await bareStatements();
  const gateway = await world.startGateway();
  const crowd = remote(world.start("bench/crowd.ts"));
  await crowd("connect", { url: gateway.url, tokens });
  await crowd("work", { seconds: 2, inFlight: 2 });
  const through = await crowd<Times & { perSecond: number; refused: number }>("work", {
    seconds,
    inFlight: 2,
  });
  return [
    { what: "state changes stored, the statement bare, a batch of 200 at a time", figure: bare, unit: "/s" },
    {
      what: "state changes stored and acknowledged, 1,000 sockets",
      figure: through.perSecond,
      unit: "/s",
      wanted: { least: 5000 },
    },
    {
      what: "… as a share of the bare statement",
      figure: through.perSecond / bare,
      unit: "",
      wanted: { least: 0.5 },
    },
    { what: "… p50 of the answer", figure: through.p50, unit: "ms" },
    { what: "… p95 of the answer", figure: through.p95, unit: "ms" },
    { what: "… refused", figure: through.refused, unit: "", wanted: { most: 0 } },
  ];
}

/** Changes a second, by the statement that the gateway writes with and nothing else. */
async function bareStatements(): Promise<number> {
  const users = await db.seat.findMany({ where: { open: true }, select: { userId: true } });
  const rows = await readOpenSeats(
    db,
    users.map(({ userId }) => userId),
  );
  let seats: LockedSeat[] = rows.map((row) => ({ ...row, interactions: new Map() }));
  const until = performance.now() + (seconds / 2) * 1000;
  const from = performance.now();
  let stored = 0;
  for (let round = 1; performance.now() < until; round++) {
    const turn = seats.slice(0, inBatch);
    const now = new Date(Date.now() + round);
    const state = round % 2 ? "ready" : "busy";
    const folded = turn.map((seat) => {
      const frame = { type: "state" as const, state, reason: null, ageMs: 0 } as const;
      const event = { kind: "frame" as const, frameId: `bare${round}`, frame, agedMs: 0, late: false };
      return foldEvent(unchanged(seat), event, { now, resumedAt: now, mobileSilenceSeconds: 1800 }).next;
    });
    await writeSeats(db, folded);
    stored += folded.length;
    seats = [...seats.slice(inBatch), ...folded.map(({ seat }) => seat)];
  }
  return stored / ((performance.now() - from) / 1000);
}
