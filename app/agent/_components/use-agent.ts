import { useEffect, useReducer, useState } from "react";
import { backoffMs } from "@/client/backoff";
import { createRollcall, type Rollcall } from "@/client/rollcall";
import { isWide } from "@/components/ui/wide-window";
import { type Defaults, readAbout, readDefaults } from "./about";
import { forgetEnded, readEnded, saveEnded } from "./ended";
import { pause } from "./network";
import { firstPhase, type Happening, nextPhase } from "./phase";
import { factsOf, type Reported, readReported, reportedOf, saveReported } from "./reported";
import { sessionStore } from "./saved";

type Tell = (happening: Happening) => void;
type Credentials = Parameters<Rollcall["signIn"]>[0];
type SignInOptions = Parameters<Rollcall["signIn"]>[1];

/** The app's one connection to Rollcall, and what to show. */
export function useAgent(gatewayUrl: string) {
  const [phase, tell] = useReducer(nextPhase, firstPhase);
  const [agent, setAgent] = useState<Agent>();

  useEffect(() => {
    const leaving = new AbortController();
    void start(gatewayUrl, tell, leaving.signal).then((started) => started && setAgent(started));
    return () => leaving.abort();
  }, [gatewayUrl]);

  return { phase, agent };
}

async function start(gatewayUrl: string, tell: Tell, signal: AbortSignal) {
  const defaults = await readDefaults();
  if (signal.aborted) return undefined;
  const agent = openAgent(gatewayUrl, defaults, tell);
  signal.addEventListener("abort", agent.close);
  void agent.resume(signal);
  return agent;
}

function openAgent(gatewayUrl: string, defaults: Defaults, tell: Tell) {
  const reportedNow = () => reportedOf(readAbout(), defaults, isWide());
  let reported: Reported = readReported() ?? reportedNow();

  const rollcall = createRollcall({
    gateway: gatewayUrl,
    storage: sessionStore,
    logging: { keep: 200 },
    client() {
      reported = reportedNow();
      return factsOf(reported);
    },
  });
  const heardMs = rollcall.serverNowMs;
  const seen = new Set<string>();
  rollcall.on("state", (session) => {
    tell({ type: "state", session, heardMs: heardMs() });
    rollcall.log.debug("session", () => ({
      state: session.state,
      interactions: session.interactions.length,
    }));
    for (const { noticeId } of session.notices) {
      if (document.hidden || seen.has(noticeId)) continue;
      seen.add(noticeId);
      // One that is gone by now needs no word.
      rollcall.notice(noticeId, "seen").catch(() => {});
    }
  });
  rollcall.on("connection", (connection) => {
    rollcall.log.info("connection", { connection });
    tell({ type: "connection", connection });
  });
  rollcall.on("logging", (logging) => tell({ type: "logging", logging }));
  rollcall.on("ended", (ended) => {
    saveEnded(ended);
    tell({ type: "ended", ended });
  });
  rollcall.on("replaced", () => tell({ type: "replaced" }));
  let lostAt: string | undefined;
  rollcall.on("resumed", (resumed) => {
    lostAt = resumed.lostAt ?? undefined;
    tell({ type: "resumed", lostAt });
  });

  /** Continues the stored session, however long the gateway takes to be there. */
  async function resume(signal?: AbortSignal) {
    for (let attempt = 0; !signal?.aborted; attempt++) {
      try {
        const session = await rollcall.resume();
        if (signal?.aborted) return;
        reported = readReported() ?? reported;
        if (session) tell({ type: "signed-in", session, heardMs: heardMs(), reported, lostAt });
        else tell(lastWord());
        return;
      } catch {
        tell({ type: "unreachable" });
        await pause(backoffMs(attempt, Math.random(), 1000), signal);
      }
    }
  }

  /** Null if the person stays signed in elsewhere. */
  async function signIn(credentials: Credentials, options: SignInOptions) {
    const session = await rollcall.signIn(credentials, options);
    if (!session) return null;
    saveReported(reported);
    forgetEnded();
    tell({ type: "signed-in", session, heardMs: heardMs(), reported });
    return session;
  }

  return {
    defaults,
    resume,
    signIn,
    close: rollcall.close,
    setState: rollcall.setState,
    interaction: rollcall.interaction,
    notice: rollcall.notice,
    answerLogging: rollcall.answerLogging,
    refresh: rollcall.refresh,
    session: () => rollcall.session,
    async signOut() {
      await rollcall.signOut();
      tell({ type: "signed-out" });
    },
    continueHere() {
      tell({ type: "continue" });
      void resume();
    },
    startAgain() {
      forgetEnded();
      tell({ type: "start-again" });
    },
  };
}
/** Why the last session ended stays until the person has gone on, also over a reload. */
function lastWord(): Happening {
  const ended = readEnded();
  return ended ? { type: "ended", ended } : { type: "signed-out" };
}

export type Agent = ReturnType<typeof openAgent>;
