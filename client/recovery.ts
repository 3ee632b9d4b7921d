import { backoffMs } from "./backoff";
import type { createClock } from "./clock";
import { endingOf, isLost } from "./ending";
import type { Emit, Holding } from "./holding";
import { patiently, pause } from "./patiently";
import { Problem } from "./problem";
import type { Ended, Session, SignedIn } from "./protocol";
import { currentSession, type Request } from "./request";
import type { createSignIn, SignInOptions } from "./sign-in";
import type { createKeeper, Held } from "./store";
import { readCurrent } from "./wire";

type RecoveryOptions = {
  request: Request;
  sessions: ReturnType<typeof createSignIn>;
  keeper: ReturnType<typeof createKeeper>;
  clock: ReturnType<typeof createClock>;
  holding: () => Holding;
  emit: Emit;
};

type How = SignInOptions & {
  /** Where the gateway said already that the session is over. */
  ended?: Ended;
  /** Nobody asked for it on this page: if another page goes on, that one is not disturbed. */
  aside?: boolean;
};

/** How a session goes on after a restart of the app, or after its stream ended. */
export function createRecovery({ request, sessions, keeper, clock, emit, ...given }: RecoveryOptions) {
  const { holding } = given;
  let refusals = 0;

  /** It goes on as it was, or in a new session. Null if it does not go on here; throws what may pass. */
  async function recover(mine: Held, { ended, ...how }: How): Promise<Session | null> {
    const before = holding().turn;
    const found = ended ?? (await look(mine));
    if (holding().turn !== before) return null;
    if ("sessionId" in found) return holding().begin(mine, found);

    const next = await keeper.successor(mine);
    if (next) return follow(next, how);
    return isLost(found) ? goOn(mine, found, how) : end(mine, found);
  }

  /** Another page of this app has a token of its own by now. */
  async function follow(next: Held, how: How): Promise<Session | null> {
    if (!how.aside) return recover(next, how);
    holding().standAside(next);
    return null;
  }

  async function look({ token }: Held): Promise<Session | Ended> {
    try {
      const answer = await request({ method: "GET", path: currentSession, token });
      const { session, now } = readCurrent(answer);
      if (now) clock.heard(now);
      return session;
    } catch (problem) {
      const ended = endingOf(problem);
      if (!ended) throw problem;
      return ended;
    }
  }

  async function goOn(mine: Held, lost: Ended, how: How): Promise<Session | null> {
    const before = holding().turn;
    try {
      const answer = await sessions.withLostToken(mine.token, await keeper.resumeKey(mine), how);
      if (!answer) return await end(mine, lost);
      if (holding().turn !== before && !holding().closed) return await discard(answer);
      const session = await take(answer);
      emit("resumed", { session, lostAt: lost.at });
      return session;
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.passes) throw problem;
      if (holding().turn !== before) return null;
      const next = await keeper.successor(mine);
      return next ? follow(next, how) : end(mine, endingOf(problem) ?? lost);
    }
  }

  /** Somebody signed in or out here while it was on its way: nobody wants it, unless it is the one they have. */
  async function discard(answer: SignedIn): Promise<Session | null> {
    if (answer.session.sessionId === holding().work?.session.sessionId) return take(answer);
    await request({ method: "DELETE", path: currentSession, token: answer.token });
    return null;
  }

  async function take({ session, token, stream }: SignedIn): Promise<Session> {
    clock.heard(session.loginAt);
    await keeper.write({ token, stream });
    return holding().begin({ token, stream }, session);
  }

  /** Clears everything here and tells why. */
  async function end(mine: Held, ended: Ended): Promise<null> {
    await holding().leave(mine);
    if (!holding().closed) emit("ended", ended);
    return null;
  }

  return {
    recover,
    take,
    end,
    /** After the stream ended, for a reason or without a word: tries until it is known how the session goes on. */
    async insist(mine: Held, ended?: Ended) {
      const before = holding().turn;
      const isOver = () => holding().turn !== before;
      if (!ended || isLost(ended)) emit("connection", "reconnecting");
      // A token that is good for requests and not for the stream: something is in between, and passes or not.
      if (!ended && refusals++ > 0) await pause(backoffMs(refusals, Math.random()));
      await patiently(() => recover(mine, { ...(ended && { ended }), aside: true }), isOver);
    },
    /** The stream proved good. */
    settled() {
      refusals = 0;
    },
  };
}
