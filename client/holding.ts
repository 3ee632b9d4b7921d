import type { createClock } from "./clock";
import type { AfterClose } from "./close-code";
import type { RollcallEvents } from "./contract";
import type { createEmitter } from "./emitter";
import { type Link, openLink } from "./link";
import type { Ended, Session } from "./protocol";
import type { createKeeper, Held } from "./store";
import type { SocketClass } from "./stream";
import { createWork, type Work } from "./work";

export type Emit = ReturnType<typeof createEmitter<RollcallEvents>>["emit"];

type HoldingOptions = {
  keeper: ReturnType<typeof createKeeper>;
  clock: ReturnType<typeof createClock>;
  socketClass: () => SocketClass;
  emit: Emit;
  /** Nothing more is told of what this app has: another page goes on, or nobody. */
  onAbandoned: () => void;
  /** The stream ended for good; `held` is still the session's. */
  onClosed: (held: Held, why: "ended" | "bad-token", ended?: Ended) => void;
};

/** The session that this app has now, if any: its token, its work, its connection. */
export function createHolding({ keeper, clock, socketClass, emit, ...on }: HoldingOptions) {
  let held: Held | undefined;
  let work: Work | undefined;
  let link: Link | undefined;
  let closed = false;
  let turn = 0;

  const connect = (to: Held, mine: Work) =>
    openLink({
      url: to.stream,
      token: to.token,
      WebSocket: socketClass(),
      work: mine,
      onConnection: (connection) => emit("connection", connection),
      onServerTime: clock.heard,
      onChange: () => emit("state", mine.session),
      onForced: (forced) => emit("forced", forced),
      onClosed: (why, ended) => lost(to, why, ended),
    });

  function lost(mine: Held, why: Exclude<AfterClose, "reconnect">, ended?: Ended) {
    link = undefined;
    if (why === "replaced") standAside(mine);
    else on.onClosed(mine, why, ended);
  }

  /** Another page goes on. */
  function standAside(as: Held) {
    turn++;
    held = as;
    abandon();
    emit("replaced", undefined);
  }

  function disconnect() {
    link?.stop();
    link = undefined;
  }

  function abandon() {
    work?.abandon();
    work = undefined;
    on.onAbandoned();
  }

  return {
    get held() {
      return held;
    },
    get work() {
      return work;
    },
    get link() {
      return link;
    },
    get closed() {
      return closed;
    },
    /** Another number whenever another session, or none, is this app's: what was under way for the last is over. */
    get turn() {
      return turn;
    },

    begin(next: Held, as: Session): Session {
      disconnect();
      turn++;
      held = next;
      if (work?.session.user.username !== as.user.username) abandon();
      work?.continueIn(as);
      work ??= createWork(as, clock.nowMs);
      if (!closed) link = connect(next, work);
      return work.session;
    },
    abandon,
    standAside,
    async leave(mine: Held) {
      turn++;
      disconnect();
      abandon();
      held = undefined;
      await keeper.forget(mine);
    },
    close() {
      turn++;
      closed = true;
      disconnect();
    },
  };
}
export type Holding = ReturnType<typeof createHolding>;
