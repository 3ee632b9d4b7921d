import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { inOrder } from "@/lib/in-order";
import { log } from "@/lib/log";
import type { SeatNow } from "@/lib/seats/queries";
import type { TokenSession } from "@/lib/sessions/queries";
import { type Allowance, fullAllowance, mostUnanswered, spend } from "./allowance";
import { close, closeCode } from "./close";
import { forcedView } from "./current";
import { endedNotice } from "./ended";
import { answerFrame, parseJson } from "./frames";
import type { Ledger } from "./ledger";
import type { LoggingView } from "./logging";
import { openLoggingLine } from "./logging-line";
import { openNoticeLine } from "./notice-line";
import type { NoticeView } from "./notices";
import type { Signs } from "./signs";

const mostBuffered = 2 ** 20;

export type Stores = { ledger: Ledger; signs: Signs };

/** What of a seat says whether its stream goes on, and what its app must hear. */
type Holder = Pick<
  SeatNow,
  "sessionId" | "streamId" | "state" | "reason" | "forcedAt" | "forcedByKind" | "forcedById" | "revision"
>;

/** What belongs on an app's screen besides its session. */
type Standing = { notices: readonly NoticeView[]; logging: LoggingView | null };

/** A socket, and what carries it. */
type Line = { socket: WebSocket; tcp: Duplex };

/** One app's live socket. */
export type Stream = ReturnType<typeof openStream>;

/** `lookAgain` asks for a look at the seat and its notices: somebody else may have changed them. */
export function openStream(
  { socket, tcp }: Line,
  session: TokenSession,
  stores: Stores,
  lookAgain: () => void,
) {
  const id = randomUUID();
  let attached = false;
  let over = false;
  let unanswered = 0;
  let allowance: Allowance = fullAllowance(performance.now());
  let forcedAtMs = 0;
  let revision = 0;
  const notices = openNoticeLine(send);
  const logging = openLoggingLine(send);

  const isOpen = () => socket.readyState === socket.OPEN;
  const news = { userId: session.userId, sessionId: session.id };

  function send(frame: object) {
    if (!isOpen()) return;
    // An app that does not read must not fill our memory.
    if (socket.bufferedAmount > mostBuffered) return socket.terminate();
    socket.send(JSON.stringify(frame));
  }

  /** Takes the seat, if the socket is still wanted then. False where another one has it or the session is over. */
  async function attach(isWanted: () => boolean): Promise<boolean> {
    const event = { kind: "attach" as const, streamId: id };
    const told = await stores.ledger.tell({ ...news, event, still: () => isOpen() && isWanted() });
    if (told.outcome === "session-ended") await end();
    else if (told.outcome === "failed") close(socket, closeCode.restarting, "try again");
    else if (told.outcome === "stream-closed") close(socket, closeCode.replaced, "replaced");
    if (!("seat" in told)) return false;
    attached = true;
    revision = told.revision;
    // What stood before is told by the answer to the app's sync.
    forcedAtMs = told.seat.forcedAt?.getTime() ?? 0;
    return true;
  }

  /** Takes a text of the app; more than it may have unanswered, or in a row, is a flood. */
  function receive(text: string) {
    allowance = spend(allowance, performance.now());
    unanswered++;
    if (unanswered > mostUnanswered || allowance.left < 0) {
      close(socket, closeCode.flood, "too many frames");
      return;
    }
    // Asked at once, told in turn: the view in a sync's answer must not come after the answer to a later frame.
    const answered = answerFrame(parseJson(text), session, stores);
    answered.catch(() => {});
    answerNext(answered);
  }

  const answerNext = inOrder(answer, (error) => {
    log.error({ error: String(error) }, "a frame was not answered");
    close(socket, closeCode.restarting, "try again");
  });

  async function answer(answered: ReturnType<typeof answerFrame>) {
    const { frame, told, listed } = await answered;
    unanswered--;
    // Somebody else's change came in between, or may have come while the answer to a sync was written.
    const missed = listed !== undefined || (told && told.seat.revision > revision);
    if (told) {
      revision = Math.max(revision, told.revision);
      await settle({ ...told.seat, revision: told.revision });
    }
    if (listed) {
      notices.synced(listed.notices);
      logging.synced(listed.logging);
    }
    if (frame) send(frame);
    else await end();
    if (missed) lookAgain();
  }

  /** Compares with the seat as it is now: tells the app what it must hear, and ends where the stream has lost the seat. */
  async function settle(seat: Holder): Promise<void> {
    // Read before something that this stream has seen since.
    if (seat.revision < revision) return;
    if (seat.sessionId !== session.id) return end();
    if (!attached) return;
    if (seat.streamId !== null && seat.streamId !== id) {
      close(socket, closeCode.replaced, "replaced");
      return;
    }
    const forced = seat.forcedAt && seat.forcedAt.getTime() > forcedAtMs ? await forcedView(seat) : null;
    if (!forced) return;
    forcedAtMs = seat.forcedAt?.getTime() ?? 0;
    send({ type: "state.forced", ...forced });
  }

  /** Tells what is new of what stands, which was read after `readAtSync` answers to a sync. */
  function tellStanding(standing: Standing, readAtSync: number) {
    if (!attached || over || readAtSync !== notices.syncs) return;
    notices.tell(standing.notices, readAtSync);
    logging.tell(standing.logging);
  }

  /** Tells the app, once, why its session ended, then closes. */
  async function end() {
    const notice = await endedNotice(session.id);
    // A look that was overtaken: the session is there.
    if (notice.at === null || over) return;
    over = true;
    // Both in one write: a deadline ends thousands.
    tcp.cork();
    send({ type: "session.ended", ...notice });
    close(socket, closeCode.ended, "session ended");
    tcp.uncork();
  }

  /** The socket is gone: no logout, only no longer a live socket. The end of a session has freed its seat already. */
  function leave() {
    if (!attached || over) return;
    stores.ledger
      .tell({ ...news, event: { kind: "detach", streamId: id } })
      .catch((error) => log.warn({ error: String(error) }, "socket left unrecorded"));
  }

  return {
    session,
    attach,
    receive,
    settle,
    tellStanding,
    leave,
    /** The seat's last revision that this stream wrote itself: no news to it. */
    get revision() {
      return revision;
    },
    /** How many answers to a sync it has sent: see notice-line.ts. */
    get syncs() {
      return notices.syncs;
    },
    forget() {
      revision = 0;
    },
  };
}
