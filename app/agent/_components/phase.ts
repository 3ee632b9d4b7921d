import type { Connection, Ended, Release, Session, ShownLogging } from "@/client/rollcall";
import { downloadsOf } from "./downloads";
import type { Reported } from "./reported";

/** `heardMs`: the server's time when it told the session. */
export type Working = {
  at: "working";
  session: Session;
  heardMs: number;
  connection: Connection | "connecting";
  reported: Reported;
  /** Somebody asks for the log of this app, or it is on. */
  logging?: ShownLogging | undefined;
  /** When the session before was lost, if this one goes on after it. */
  lostAt?: string | undefined;
};

/** What the app is showing. */
export type Phase =
  | { at: "starting"; unreachable: boolean }
  | { at: "signed-out" }
  | Working
  /** `update`: what the session ended for, where the person can get it. */
  | { at: "ended"; ended: Ended; update?: Release }
  | { at: "replaced" };

export type Happening =
  | { type: "unreachable" }
  | { type: "signed-in"; session: Session; heardMs: number; reported: Reported; lostAt?: string | undefined }
  | { type: "resumed"; lostAt: string | undefined }
  | { type: "state"; session: Session; heardMs: number }
  | { type: "connection"; connection: Connection }
  | { type: "logging"; logging: ShownLogging | undefined }
  | { type: "signed-out" }
  | { type: "start-again" }
  | { type: "ended"; ended: Ended }
  | { type: "replaced" }
  | { type: "continue" };

export const firstPhase: Phase = { at: "starting", unreachable: false };

export function nextPhase(phase: Phase, happening: Happening): Phase {
  switch (happening.type) {
    case "unreachable":
      return phase.at === "starting" ? { at: "starting", unreachable: true } : phase;
    case "signed-in": {
      const { type, ...signedIn } = happening;
      return { at: "working", ...signedIn, connection: "connecting" };
    }
    case "resumed":
      return phase.at === "working" ? { ...phase, lostAt: happening.lostAt } : phase;
    case "state":
      return phase.at === "working"
        ? { ...phase, session: happening.session, heardMs: happening.heardMs }
        : phase;
    case "connection":
      return phase.at === "working" ? { ...phase, connection: happening.connection } : phase;
    case "logging":
      return phase.at === "working" ? { ...phase, logging: happening.logging } : phase;
    // A session that is over stays on the screen with its reason until the person goes on.
    case "signed-out":
      return phase.at === "ended" ? phase : { at: "signed-out" };
    case "start-again":
      return { at: "signed-out" };
    case "ended":
      return { at: "ended", ended: happening.ended, ...updateOf(phase, happening.ended) };
    case "replaced":
      return { at: "replaced" };
    case "continue":
      return firstPhase;
  }
}

const isToBeHad = ({ storeUrl, artifacts }: Release) => storeUrl !== null || artifacts.length > 0;

function updateOf(phase: Phase, { cause }: Ended) {
  if (cause !== "mandatory_update" || phase.at !== "working") return {};
  const { notices } = phase.session;
  const release = notices.find(({ kind, release }) => kind === "mandatory" && isToBeHad(release))?.release;
  return release
    ? { update: { ...release, artifacts: downloadsOf(release, phase.reported.details.osName) } }
    : {};
}
