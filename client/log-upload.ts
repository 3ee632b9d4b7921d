import { backoffMs } from "./backoff";
import { sha256 } from "./digest";
import { gzip } from "./gzip";
import { Problem } from "./problem";
import { cleanFields, readPattern, redactText } from "./redact";
import type { Request } from "./request";

type UploadOptions = {
  request: Request;
  /** The token of the session as it is now; undefined while there is none. */
  token: () => string | undefined;
  requestId: string;
  /** The first piece's number. */
  next: number;
  /** So many bytes may still be sent. */
  bytesLeft: number;
  patterns: readonly string[];
};

/** Pieces are numbered below this. */
export const mostPieces = 10_000;

// Trying again makes it no better: the log cannot be sent.
const hopeless: readonly string[] = ["too-large", "piece-unreadable", "invalid-request"];

/** Sends a log in pieces, one after the other, each until it has arrived. */
export function createUpload({ request, token, requestId, ...start }: UploadOptions) {
  const own = start.patterns.map(readPattern);
  let { next, bytesLeft } = start;
  let stopped = false;
  let goOn = () => {};

  const clean = (text: string) => redactText(text, own);
  const cleanLine = (line: string) => JSON.stringify(cleanFields(JSON.parse(line), clean));

  /** As many of the lines as there is room for. */
  function fitting(lines: readonly string[]) {
    const encoder = new TextEncoder();
    let text = "";
    let left = bytesLeft;
    for (const line of lines) {
      const cleaned = `${cleanLine(line)}\n`;
      left -= encoder.encode(cleaned).length;
      if (left < 0) return { bytes: encoder.encode(text), whole: false };
      text += cleaned;
    }
    return { bytes: encoder.encode(text), whole: true };
  }

  /** For so long, or until there is a connection again. */
  const rest = (ms: number) =>
    new Promise<void>((resume) => {
      const timer = setTimeout(resume, ms);
      goOn = () => {
        clearTimeout(timer);
        resume();
      };
    });

  async function put(piece: { bytes: Uint8Array<ArrayBuffer>; type: string }) {
    const digest = `sha-256=${sha256(piece.bytes)}`;
    for (let failed = 0; !stopped; failed++) {
      if (next >= mostPieces) return "full";
      const bearer = token();
      try {
        if (bearer !== undefined) {
          const path = `/v1/log-requests/${requestId}/pieces/${next}`;
          const raw = { bytes: piece.bytes, headers: { digest, "content-type": piece.type } };
          await request({ method: "PUT", path, token: bearer, raw });
          next++;
          return "sent";
        }
      } catch (problem) {
        const code = problem instanceof Problem ? problem.code : "unreachable";
        if (code === "log-request-over" || code === "not-found") return "over";
        if (code === "log-full") return "full";
        if (hopeless.includes(code)) throw problem;
        // Another app of the same person has used the number.
        if (code === "piece-taken") next++;
      }
      await rest(backoffMs(failed, Math.random(), 1000));
    }
    return "over";
  }

  return {
    /** How many pieces there are by now. */
    get pieces() {
      return next;
    },
    /**
     * Resolves when they have arrived: `full` where there was no room for all of them, `over` where nobody wants them any more.
     * Throws where they never will.
     */
    async send(lines: readonly string[]): Promise<"sent" | "full" | "over"> {
      const { bytes, whole } = fitting(lines);
      const came = bytes.length > 0 ? await put(await gzip(bytes)) : "full";
      if (came === "full" || came === "over") return came;
      bytesLeft -= bytes.length;
      return whole ? "sent" : "full";
    },
    /** There is a connection again: what failed is tried at once. */
    wake: () => goOn(),
    stop() {
      stopped = true;
      goOn();
    },
  };
}
export type Upload = ReturnType<typeof createUpload>;
