import { Problem, type Session } from "@/client/rollcall";
import { randomFrom } from "../random";
import { type OpenApp, openApp } from "./app";
import { createNap } from "./nap";
import { createUpdates, installRequired } from "./updates";
import type { Visitor } from "./visitor";
import { type Desk, goOnWith, workOn } from "./work";

const minuteMs = 60_000;

export type World = {
  gateway: string;
  /** What "now" was when the centre was planned. */
  madeMs: number;
  /** Lets a few sign in at once: each costs the gateway a password. */
  signIns: <T>(signIn: () => Promise<T>) => Promise<T>;
};

/** An agent who comes, works, goes and comes back, from one app or another, until told to leave. */
export function createAgent(visitor: Visitor, world: World) {
  const random = randomFrom(visitor.seed);
  const { nap, wake } = createNap();
  const apps = visitor.apps.map((app) => {
    const { session } = visitor;
    return openApp(app, { ...world, token: session?.installId === app.installId ? session.token : null });
  });
  let leaving = false;
  let arrival: Promise<unknown> = Promise.resolve();
  let heldUntilMs = 0;
  let updating = false;
  for (const { rollcall } of apps) {
    rollcall.on("ended", ({ cause }) => {
      if (cause === "mandatory_update") updating = true;
      wake();
    });
    rollcall.on("forced", ({ state }) => {
      heldUntilMs = performance.now() + (state === "ready" ? 0 : random.between(1, 4) * minuteMs);
      if (rollcall.session?.interactions.length === 0) wake();
    });
  }
  const desk: Desk = {
    random,
    team: visitor.team,
    nap,
    async obey() {
      while (performance.now() < heldUntilMs && !leaving) await nap(heldUntilMs - performance.now());
    },
  };

  const { heed } = createUpdates(desk);

  /** The app with the session, whichever that is. */
  const open = () => apps.find(({ rollcall }) => rollcall.session);

  async function live(): Promise<void> {
    await nap(visitor.comesInMs);
    // Somebody who was here before, and was cut off with everybody, is let in over their own session.
    let first = true;
    while (!leaving) {
      const later = random.between(2, 25) * minuteMs;
      const awayMs = await attend(first).then(
        (updates) => (updates ? updateMs() : later),
        (problem) => {
          const soon = passes(problem);
          if (updatesNow()) return updateMs();
          return soon ? later / 60 : later;
        },
      );
      first = false;
      if (!leaving) await nap(awayMs);
    }
  }

  /** How long it takes to install an app. */
  const updateMs = () => random.between(10, 60) * 1000;

  /** True for whoever is back as soon as an update is installed. */
  async function attend(takesOver: boolean): Promise<boolean> {
    const app = random.weighted(apps.map((one, index) => [one, index === 0 ? 3 : 1] as const));
    const began = await arriving(begin(app, takesOver));
    if (began && !leaving) await goOnWith(began.app, began.session, desk);
    const untilMs = performance.now() + (20 + random.around(100)) * minuteMs;
    while (!leaving && performance.now() < untilMs) {
      const at = open();
      if (!at) return updatesNow();
      updating = await heed(at).catch((problem) => {
        passes(problem);
        return false;
      });
      if (updating) continue;
      const other = apps.find((one) => one !== at);
      if (other && random.chance(0.08)) await arriving(signIn(other, true));
      else await workOn(at, desk).catch(passes);
    }
    if (!leaving) await leave();
    return false;
  }

  function updatesNow(): boolean {
    const now = updating;
    updating = false;
    return now;
  }

  async function begin(app: OpenApp, takesOver: boolean): Promise<{ app: OpenApp; session: Session } | null> {
    for (const one of apps) {
      const session = await one.rollcall.resume().catch((problem) => refused(one, problem));
      if (session) return { app: one, session };
    }
    return signIn(app, takesOver);
  }

  async function signIn(app: OpenApp, takesOver: boolean) {
    const { username, password } = visitor;
    const session = await world
      .signIns(async () =>
        // The day may have ended while it waited.
        leaving ? null : app.rollcall.signIn({ username, password }, { onSeatTaken: () => takesOver }),
      )
      .catch((problem) => refused(app, problem));
    return session && { app, session };
  }

  /** Tried again a moment later where an update is asked for: with it. */
  function refused(app: OpenApp, problem: unknown): never {
    if (installRequired(app, problem)) updating = true;
    throw problem;
  }

  /** What is under way to the gateway, for whoever sends everybody home. */
  function arriving<T>(coming: Promise<T>): Promise<T> {
    arrival = coming.catch(() => undefined);
    return coming;
  }

  async function leave(): Promise<void> {
    await open()?.rollcall.signOut();
  }

  return {
    live,
    get signedIn() {
      return open() !== undefined;
    },
    /** Begins nothing any more. */
    stop() {
      leaving = true;
    },
    /** Signs out and comes no more; false where the gateway does not let it. */
    async goHome(): Promise<boolean> {
      leaving = true;
      for (const { line } of apps) line.restore();
      await arrival;
      const isOut = await leave().then(
        () => true,
        (problem) => !passes(problem),
      );
      // An app that lost its network holds a session which another app of theirs has taken over meanwhile.
      if (!isOut || open()) return false;
      wake();
      for (const { rollcall } of apps) rollcall.close();
      return true;
    },
  };
}
export type Agent = ReturnType<typeof createAgent>;

/** A session that ended meanwhile, a gateway that is away: an agent's day goes on. What else fails is a mistake of ours. */
function passes(problem: unknown): boolean {
  if (problem instanceof Problem) return problem.passes;
  throw problem;
}
