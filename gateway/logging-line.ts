import type { LoggingView } from "./logging";

type Frame = ({ type: "log.start" } & LoggingView) | { type: "log.stop"; requestId: string };

/** What an app has been told of requests for its log: it hears of one that is new, and of one that is gone. */
export function openLoggingLine(send: (frame: Frame) => void) {
  let told: string | null = null;

  return {
    /** The answer to a sync told it. */
    synced(logging: LoggingView | null) {
      told = logging?.requestId ?? null;
    },
    tell(logging: LoggingView | null) {
      const { requestId = null } = logging ?? {};
      if (requestId === told) return;
      if (told !== null) send({ type: "log.stop", requestId: told });
      if (logging) send({ type: "log.start", ...logging });
      told = requestId;
    },
  };
}
