import { backoffMs } from "./backoff";
import { createClock } from "./clock";
import type { AfterClose } from "./close-code";
import { createEmitter } from "./emitter";
import { type Connection, type Link, openLink } from "./link";
import { Problem } from "./problem";
import type { AgentState, AppFacts, Current, Ended, Seat, Session, StateChange } from "./protocol";
import { createRequester, type Fetch } from "./request";
import { type Held, memoryStore, readHeld, type SessionStore, writeHeld } from "./store";
import type { SocketClass } from "./stream";
import { readCurrent, readEnded, readSeatTaken, readSignedIn } from "./wire";

export type { Connection } from "./link";
export { type InvalidField, Problem } from "./problem";
export type { AgentState, AppFacts, Ended, Seat, Session } from "./protocol";
export type { SessionStore } from "./store";

export type RollcallOptions = {
  /** `https://gateway.example.com` */
  gateway: string;
  /** What the app says of itself; a function is asked at every sign-in. */
  client: AppFacts | (() => AppFacts);
  /** Keeps the session across restarts of the app; without it in memory only. */
  storage?: SessionStore;
  fetch?: Fetch;
  WebSocket?: SocketClass;
};

export type RollcallEvents = {
  /** The session as the gateway now holds it. */
  state: Session;
  /** `online` after the gateway answered the first frame; `offline`: the device has no network. */
  connection: Connection;
  /** Somebody or something ended the session: show it at once. */
  ended: Ended;
  /** Another page or process continues this session; `resume()` takes it back. */
  replaced: undefined;
};

export type SignInOptions = {
  /** Asked when the person is signed in elsewhere; true ends that session. Without it the sign-in fails. */
  onSeatTaken?: (seat: Seat) => boolean | Promise<boolean>;
};

/** An agent's app at Rollcall's gateway. Failures are thrown as `Problem`. */
export function createRollcall({ gateway, client, storage = memoryStore(), ...options }: RollcallOptions) {
  const request = createRequester(gateway, options.fetch ?? ((url, init) => fetch(url, init)));
  const { on, emit } = createEmitter<RollcallEvents>();
  const clock = createClock();
  let held: Held | undefined;
  let session: Session | undefined;
  let link: Link | undefined;
  let signingOut = false;
  let closed = false;

  /** Null if the person would rather stay signed in at the other place. */
  async function signIn(
    credentials: { username: string; password: string },
    { onSeatTaken }: SignInOptions = {},
  ): Promise<Session | null> {
    let takeOver: string | undefined;
    for (;;) {
      const facts = typeof client === "function" ? client() : client;
      const body = { ...credentials, client: facts, ...(takeOver && { takeOver }) };
      try {
        const answer = readSignedIn(await request({ method: "POST", path: "/v1/sessions", body }));
        clock.heard(answer.session.loginAt);
        await storage.write(writeHeld(answer));
        return begin(answer, answer.session);
      } catch (problem) {
        if (!onSeatTaken || !(problem instanceof Problem) || problem.code !== "seat-taken") throw problem;
        const taken = readSeatTaken(problem.body);
        if (!(await onSeatTaken(taken.seat))) return null;
        takeOver = taken.takeOver;
      }
    }
  }

  /** Continues the stored session. Null if there is none, or if it has ended: `ended` then says why. */
  async function resume(): Promise<Session | null> {
    const stored = readHeld(await storage.read());
    if (!stored) return null;
    try {
      return begin(stored, await askFor(stored));
    } catch (problem) {
      if (await isEnd(problem, stored)) return null;
      throw problem;
    }
  }

  async function signOut(): Promise<void> {
    const leaving = held;
    if (!leaving) throw new Problem("not-signed-in");
    signingOut = true;
    try {
      await request({ method: "DELETE", path: "/v1/sessions/current", token: leaving.token });
      await leave(leaving);
    } catch (problem) {
      if (!(await isEnd(problem, leaving))) throw problem;
    } finally {
      signingOut = false;
    }
  }

  /** Resolves when the gateway has stored it; while there is no connection it waits. */
  function setState(state: AgentState, reason?: string): Promise<void> {
    if (!link) return Promise.reject(new Problem("not-signed-in"));
    return link.setState({ state, ...(reason && { reason }) });
  }

  /** Lets go of the connection without signing out. */
  function close() {
    closed = true;
    link?.stop();
    link = undefined;
  }

  function begin(next: Held, as: Session): Session {
    link?.stop();
    held = next;
    session = as;
    if (closed) return as;
    link = openLink({
      url: next.stream,
      token: next.token,
      WebSocket: options.WebSocket ?? WebSocket,
      onConnection: (connection) => emit("connection", connection),
      onCurrent: (current) => hold(sessionOf(current)),
      onState: changed,
      onClosed: (why, ended) => void onClosed(next, why, ended),
    });
    return as;
  }

  function hold(as: Session) {
    session = as;
    emit("state", as);
  }

  function changed(change: StateChange) {
    if (!session) return;
    const { state } = change;
    const reason = change.reason ?? null;
    const same = session.state === state && session.reason === reason;
    const stateSince = same ? session.stateSince : new Date(clock.nowMs()).toISOString();
    hold({ ...session, state, reason, stateSince });
  }

  async function onClosed(mine: Held, why: Exclude<AfterClose, "reconnect">, ended?: Ended) {
    link = undefined;
    if (why === "replaced") return emit("replaced", undefined);
    if (!ended) return explain(mine);
    await leave(mine);
    // Our own sign-out comes back on the stream: no news.
    if (!signingOut) emit("ended", ended);
  }

  /** The stream closed for good and did not say why: the gateway is asked until it answers. */
  async function explain(mine: Held, attempt = 0): Promise<void> {
    try {
      begin(mine, await askFor(mine));
    } catch (problem) {
      if (closed || (await isEnd(problem, mine))) return;
      setTimeout(() => explain(mine, attempt + 1), backoffMs(attempt, Math.random(), 1000));
    }
  }

  async function askFor({ token }: Held) {
    return sessionOf(readCurrent(await request({ method: "GET", path: "/v1/sessions/current", token })));
  }

  function sessionOf({ session: current, now }: Current) {
    if (now) clock.heard(now);
    return current;
  }

  /** Whether the gateway said that the session is over; if so, everything here is cleared and `ended` tells. */
  async function isEnd(problem: unknown, mine: Held): Promise<boolean> {
    if (!(problem instanceof Problem)) return false;
    if (problem.code !== "session-ended" && problem.code !== "unauthenticated") return false;
    await leave(mine);
    const ended = { cause: "unknown-session", message: problem.message, by: null, at: null };
    if (!closed) emit("ended", problem.code === "session-ended" ? readEnded(problem.body) : ended);
    return true;
  }

  async function leave(mine: Held) {
    if (held?.token === mine.token) {
      link?.stop();
      link = undefined;
      held = undefined;
      session = undefined;
    }
    // Another page may have signed in anew meanwhile and stored its own.
    if (readHeld(await storage.read())?.token === mine.token) await storage.write(null);
  }

  return {
    signIn,
    resume,
    signOut,
    setState,
    close,
    on,
    /** The server's time, in milliseconds since 1970. */
    serverNowMs: clock.nowMs,
    /** The session as last heard of. */
    get session() {
      return session;
    },
  };
}
export type Rollcall = ReturnType<typeof createRollcall>;
