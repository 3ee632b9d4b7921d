import { createClock } from "./clock";
import type { RollcallEvents, RollcallOptions } from "./contract";
import { createEmitter } from "./emitter";
import { endingOf } from "./ending";
import { createHolding } from "./holding";
import { createLogging } from "./logging";
import { Problem } from "./problem";
import type { AgentState, NoticeAction, OutgoingFrame, PushAddress, Session } from "./protocol";
import { createRecovery } from "./recovery";
import { createRequester, currentSession } from "./request";
import { type Credentials, createSignIn, type SignInOptions } from "./sign-in";
import { createKeeper, type Held, memoryStore } from "./store";
import { readMethods } from "./wire";
import type { PartialChange, Work } from "./work";

export type { RollcallEvents, RollcallOptions } from "./contract";
export type { Connection } from "./link";
export type { ShownLogging } from "./logging";
export { type InvalidField, Problem } from "./problem";
export type {
  AgentState,
  AppFacts,
  Artifact,
  Channel,
  Direction,
  Ended,
  Forced,
  Interaction,
  Notice,
  NoticeAction,
  PushAddress,
  Release,
  RequiredUpdate,
  Seat,
  Session,
} from "./protocol";
export type { SessionStore } from "./store";
export { readRequiredUpdate } from "./updates";

/** An agent's app at Rollcall's gateway. Failures are thrown as `Problem`. */
export function createRollcall({ gateway, client, storage = memoryStore(), ...options }: RollcallOptions) {
  const request = createRequester(gateway, options.fetch ?? ((url, init) => fetch(url, init)));
  const { on, emit } = createEmitter<RollcallEvents>();
  const clock = createClock();
  const keeper = createKeeper(storage);
  const sessions = createSignIn(request, client);
  const recovery = createRecovery({ request, sessions, keeper, clock, emit, holding: () => holding });
  const holding = createHolding({
    keeper,
    clock,
    emit,
    socketClass: () => options.WebSocket ?? WebSocket,
    onAbandoned: () => logging.stop(),
    onClosed(mine, _why, ended) {
      // Our own sign-out comes back on the stream: no news.
      if (signingOut && ended) void holding.leave(mine);
      else void recovery.insist(mine, ended);
    },
  });
  const logging = createLogging({
    request,
    nowMs: clock.nowMs,
    token: () => holding.held?.token,
    tell: tellQuietly,
    onChange: () => emit("logging", logging.shown),
    ...options.logging,
  });
  on("state", (session) => logging.heard(session.logging));
  on("connection", (connection) => connection === "online" && logging.wake());
  let signingOut = false;
  on("connection", (connection) => connection === "online" && recovery.settled());

  /** Null if the person would rather stay signed in at the other place. */
  async function signIn(credentials: Credentials, ask: SignInOptions = {}): Promise<Session | null> {
    const answer = await sessions.withPassword(credentials, ask);
    if (!answer) return null;
    holding.abandon();
    return recovery.take(answer);
  }

  /**
   * Continues the stored session, in a new one if it was lost not long ago. Null if there is none, or if it has ended:
   * `ended` then says why.
   */
  async function resume(ask: SignInOptions = {}): Promise<Session | null> {
    const stored = await keeper.read();
    return stored ? recovery.recover(stored, ask) : null;
  }

  async function signOut(): Promise<void> {
    if (!holding.held) throw new Problem("not-signed-in");
    signingOut = true;
    try {
      await signOutOf(holding.held);
    } finally {
      signingOut = false;
    }
  }

  async function signOutOf(mine: Held): Promise<void> {
    try {
      await request({ method: "DELETE", path: currentSession, token: mine.token });
      await holding.leave(mine);
    } catch (problem) {
      const ended = endingOf(problem);
      if (!ended) throw problem;
      const next = await keeper.successor(mine);
      if (next) await signOutOf(next);
      else await recovery.end(mine, ended);
    }
  }

  /** Resolves when the gateway has stored it; while there is no connection it waits. */
  async function setState(state: AgentState, reason?: string): Promise<void> {
    return tell(working().add({ type: "state", state, ...(reason && { reason }) }));
  }

  /** Tells what became of a call, chat or e-mail; resolves as `setState` does. */
  async function interaction(change: PartialChange): Promise<void> {
    const mine = working();
    return tell(mine.add({ type: "interaction", ...mine.complete(change) }));
  }

  /** Tells what the person did with a notice; resolves as `setState` does. That it came in is told by itself. */
  async function notice(noticeId: string, action: Exclude<NoticeAction, "received">): Promise<void> {
    return tell(working().add({ type: "notice", noticeId, action }));
  }

  /** Where pushes reach the app from now on; `client.push` says so at the next sign-in. */
  async function setPush(push: PushAddress): Promise<void> {
    if (!holding.held) throw new Problem("not-signed-in");
    await request({ method: "PUT", path: `${currentSession}/push`, token: holding.held.token, body: push });
  }

  async function tellQuietly(frame: OutgoingFrame): Promise<void> {
    const stored = working().add(frame);
    holding.link?.flush();
    return stored;
  }

  function working(): Work {
    if (holding.work) return holding.work;
    throw new Problem("not-signed-in");
  }

  function tell(stored: Promise<void>): Promise<void> {
    holding.link?.flush();
    emit("state", working().session);
    return stored;
  }

  return {
    signIn,
    resume,
    signOut,
    setState,
    interaction,
    notice,
    setPush,
    on,
    /** The app's own log: silent, at the cost of a comparison a line, until somebody asks for it. */
    log: logging.log,
    /** What the agent says to the question whether this app may send its log. */
    answerLogging: logging.answer,
    /** What the screen shows of it: the question, or that it is on; undefined where it is silent. */
    get logging() {
      return logging.shown;
    },
    /** Lets go of the connection without signing out. */
    close() {
      logging.stop();
      holding.close();
    },
    /** Where no browser tells that the device woke or has a network again, the app does. */
    wake: () => holding.link?.wake(),
    /** Reads the session anew, `notReadyReasons` for instance; what differs comes as `state`. */
    refresh: () => holding.link?.refresh(),
    /** The ways to sign in here: `password`. */
    signInMethods: async () => readMethods(await request({ method: "GET", path: "/v1/sign-in-options" })),
    /** The server's time, in milliseconds since 1970. */
    serverNowMs: clock.nowMs,
    /** The session as last heard of; undefined while nobody is signed in here. */
    get session() {
      return holding.work?.session;
    },
  };
}
export type Rollcall = ReturnType<typeof createRollcall>;
