import { createLines } from "./log-lines";
import { createUpload, mostPieces, type Upload } from "./log-upload";
import { createLogger, type LoggerOptions } from "./logger";
import { Problem } from "./problem";
import type { Logging, OutgoingFrame } from "./protocol";
import type { Request } from "./request";

type LoggingOptions = LoggerOptions & {
  request: Request;
  token: () => string | undefined;
  tell: (frame: OutgoingFrame) => Promise<void>;
  nowMs: () => number;
  /** Something that the screen shows has changed. */
  onChange: () => void;
};

/** What of a log waits in memory: of more, what comes last is dropped, and how many lines that were is written. */
const mostWaiting = { most: 20_000, mostChars: 2 ** 21 };
const pieceChars = 2 ** 16;
const gatherMs = 1000;

type Status = Omit<Extract<OutgoingFrame, { type: "log" }>, "type" | "requestId">;

/** The app's log: silent until somebody asks for it and the agent agrees, and silent again by itself. */
export function createLogging({ request, token, tell, nowMs, onChange, ...kept }: LoggingOptions) {
  const logger = createLogger(nowMs, kept);
  const waiting = createLines(mostWaiting);
  let asked: Logging | undefined;
  let upload: Upload | undefined;
  let collecting = false;
  let pumping = false;
  let dropped = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  /** What this app is done with: the gateway may not know yet. */
  let doneWith: string | undefined;

  const say = (status: Status) =>
    asked ? tell({ type: "log", requestId: asked.requestId, ...status }) : Promise.resolve();
  /** A request that is over is told by `log.stop`. */
  const mention = (status: Status) => void say(status).catch(() => {});

  function heard(logging: Logging | null) {
    if (logging && logging.requestId === doneWith) return;
    if (logging?.requestId === asked?.requestId) {
      // Agreed to in another tab, or before a restart.
      if (logging?.accepted && !upload) begin(logging);
      return;
    }
    stop();
    if (!logging) return;
    asked = logging;
    if (logging.accepted) begin(logging);
    else {
      mention({ status: "received" });
      if (logging.consent === "tell") answer(true);
      else onChange();
    }
  }

  /** What the agent says to the question. */
  function answer(yes: boolean) {
    if (!asked || upload) return;
    if (yes) {
      const agreed = asked;
      void say({ status: "accepted" }).then(
        () => asked === agreed && !upload && begin(agreed),
        () => {},
      );
      return;
    }
    leave({ status: "declined" });
  }

  function begin({ requestId, level, until, maxBytes, bytes, nextPiece, patterns }: Logging) {
    upload = createUpload({
      request,
      token,
      requestId,
      next: nextPiece,
      bytesLeft: maxBytes - bytes,
      patterns,
    });
    collecting = true;
    logger.begin(level, take);
    deadline = setTimeout(finish, Math.max(0, Date.parse(until) - nowMs()));
    mention({ status: "collecting" });
    later();
    onChange();
  }

  function take(line: string) {
    if (!waiting.add(line)) dropped++;
    else if (waiting.chars >= pieceChars) void pump();
    later();
  }

  function later() {
    timer ??= setTimeout(() => {
      timer = undefined;
      void pump();
    }, pauseMs());
  }

  /** At least so long that the numbers of pieces last until the end. */
  function pauseMs() {
    if (!asked || !upload) return gatherMs;
    return Math.max(gatherMs, (Date.parse(asked.until) - nowMs()) / Math.max(1, mostPieces - upload.pieces));
  }

  /** Time or size is up: silent from now on, and what waits goes out. */
  function finish() {
    collecting = false;
    logger.end();
    onChange();
    void pump();
  }

  async function pump(): Promise<void> {
    const mine = upload;
    if (pumping || !mine) return;
    pumping = true;
    const came = await sendAll(mine).catch((problem: unknown) => ({ problem }));
    pumping = false;
    if (upload !== mine) return void pump();
    if (typeof came === "object") leave({ status: "failed", detail: inShort(came.problem) });
    else if (came === "over") stop();
    else if (came === "full" || !collecting) leave({ status: "done", pieces: mine.pieces });
  }

  async function sendAll(mine: Upload) {
    let came: "sent" | "full" | "over" = "sent";
    while (upload === mine && came === "sent" && waiting.length > 0) {
      came = await mine.send(waiting.take(pieceChars));
      if (dropped > 0 && waiting.add(droppedLine(dropped))) dropped = 0;
    }
    return came;
  }

  const droppedLine = (count: number) =>
    JSON.stringify({
      at: new Date(nowMs()).toISOString(),
      level: "warn",
      message: `${count} lines were dropped here: they came faster than they could be sent`,
    });

  /** This app's last word on the request. */
  function leave(status: Status) {
    mention(status);
    doneWith = asked?.requestId;
    stop();
  }

  /** Forgets what was not sent. */
  function stop() {
    if (!asked) return;
    clearTimeout(timer);
    clearTimeout(deadline);
    timer = undefined;
    logger.end();
    upload?.stop();
    upload = undefined;
    collecting = false;
    waiting.clear();
    dropped = 0;
    asked = undefined;
    onChange();
  }

  return {
    log: logger.log,
    heard,
    answer,
    stop,
    wake: () => upload?.wake(),
    /** What the screen shows: a question, or that it is on; undefined where it is silent. */
    get shown(): ShownLogging | undefined {
      if (!asked || (upload && !collecting)) return undefined;
      const { message, until, reason, consent } = asked;
      return { phase: upload ? "on" : "asked", message, until, reason, consent };
    },
  };
}

/** A line for whoever asked. */
const inShort = (problem: unknown) =>
  (problem instanceof Problem ? problem.code : String(problem)).replaceAll(/[^ -~]+/g, " ").slice(0, 500);

export type ShownLogging = Pick<Logging, "message" | "until" | "reason" | "consent"> & {
  /** `asked`: put the question to the agent; `on`: show that it is. */
  phase: "asked" | "on";
};
