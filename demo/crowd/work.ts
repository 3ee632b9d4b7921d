import { randomUUID } from "node:crypto";
import type { Rollcall, Session } from "@/client/rollcall";
import { drawWork, lengths } from "../activity";
import type { Random } from "../random";
import type { Trade } from "../teams";
import type { OpenApp } from "./app";
import type { Nap } from "./nap";

const secondMs = 1000;
const minuteMs = 60 * secondMs;
// Whoever looks for five minutes is to see a good deal of it.
const pace = 0.6;

export type Desk = {
  random: Random;
  team: Trade;
  nap: Nap;
  /** Waits while a supervisor's hand is on the agent's state. */
  obey(): Promise<void>;
};

/** The next thing that an agent does who is signed in. What is waited for fails where the session ends meanwhile. */
export async function workOn(app: OpenApp, desk: Desk): Promise<void> {
  const { random } = desk;
  await desk.obey();
  await random.weighted([
    [handleOne, 30],
    [takeBreak, 1.6],
    [loseNetwork, 1.4],
  ])(app, desk);
}

/** Goes on with what was open when the app came back. */
export async function goOnWith(
  { rollcall }: OpenApp,
  session: Session,
  { random, nap }: Desk,
): Promise<void> {
  for (const { interactionId, startedAt } of session.interactions) {
    await nap(random.between(5, 200) * secondMs);
    await rollcall.interaction({ interactionId, phase: startedAt === null ? "missed" : "ended" });
  }
  if (session.state === "not_ready") {
    await nap(session.reason ? random.between(10, 500) * secondMs : random.between(500, 15_000));
  }
  await rollcall.setState("ready");
}

async function handleOne(app: OpenApp, desk: Desk): Promise<void> {
  const { random, nap, team } = desk;
  const { rollcall } = app;
  const work = drawWork(random, team);
  const { waitMs, handleMs, wrapUpMs } = lengths[work.channel];
  await readyFor(rollcall, waitMs * pace, desk);
  await desk.obey();
  if (rollcall.session?.state !== "ready") return;

  const interactionId = randomUUID();
  if (work.direction === "inbound") {
    await rollcall.interaction({ interactionId, phase: "offered", ...work });
    await nap(random.between(1500, 8000));
    if (random.chance(0.04)) return rollcall.interaction({ interactionId, phase: "missed" });
  }
  const { interaction, setState } = rollcall;
  await Promise.all([interaction({ interactionId, phase: "started", ...work }), setState("busy")]);
  await talk(app, interactionId, handleMs * pace, desk);
  if (wrapUpMs === 0) {
    await interaction({ interactionId, phase: "ended" });
    return;
  }
  await Promise.all([interaction({ interactionId, phase: "ended" }), setState("after_call_work")]);
  await nap(4 * secondMs + random.around(wrapUpMs));
}

async function readyFor(rollcall: Rollcall, waitMs: number, { random, nap }: Desk): Promise<void> {
  if (rollcall.session?.state !== "ready") await rollcall.setState("ready");
  await nap(2 * secondMs + random.around(waitMs));
}

async function talk(app: OpenApp, interactionId: string, meanMs: number, desk: Desk): Promise<void> {
  const { random, nap } = desk;
  const lengthMs = 15 * secondMs + random.around(meanMs);
  await nap(lengthMs / 2);
  if (random.chance(0.1)) {
    await app.rollcall.interaction({ interactionId, phase: "held" });
    await nap(random.between(10, 60) * secondMs);
    await app.rollcall.interaction({ interactionId, phase: "resumed" });
  } else if (random.chance(0.02)) await loseNetwork(app, desk);
  await nap(lengthMs / 2);
}

async function takeBreak({ rollcall }: OpenApp, { random, nap }: Desk): Promise<void> {
  const [reason, minutes] = random.weighted([
    [["Break", 11], 5],
    [["Lunch", 30], 2],
    [["Meeting", 25], 1],
    [["Training", 35], 1],
    [["Coaching", 20], 0.5],
    [["Paperwork", 15], 1],
  ] as const);
  await rollcall.setState("not_ready", reason);
  await nap(minutes * minuteMs * (0.6 + 0.6 * random.next()));
  await rollcall.setState("ready");
}

/** Mostly for seconds; now and then for longer than a desktop's lease, which ends the session: its app goes on in a new one. */
async function loseNetwork({ line, rollcall }: OpenApp, { random, nap }: Desk): Promise<void> {
  line.cut();
  await nap((random.chance(0.25) ? random.between(70, 240) : random.between(3, 40)) * secondMs);
  line.restore();
  rollcall.wake();
}
