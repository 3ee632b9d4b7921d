import { useState } from "react";
import { useTranslations } from "use-intl";
import { randomId } from "@/client/random-id";
import type { AgentState, Interaction } from "@/client/rollcall";
import { useToast } from "@/components/ui/toast";
import { useProblemText } from "./problem-text";
import type { Simulated } from "./simulated";
import type { Agent } from "./use-agent";

/** What the person does while signed in, and what of it still waits for an answer. */
export function useWork(agent: Agent, gatewayUrl: string) {
  const t = useTranslations("agent.work");
  const textOf = useProblemText(gatewayUrl);
  const toast = useToast();
  const [wanted, setWanted] = useState<AgentState>();
  const [leaving, setLeaving] = useState(false);

  async function setState(state: AgentState, reason?: string) {
    setWanted(state);
    try {
      await agent.setState(state, reason);
    } catch (problem) {
      toast({ tone: "danger", title: t("not-set"), description: textOf(problem) });
    } finally {
      setWanted((current) => (current === state ? undefined : current));
    }
  }

  async function tell(change: Parameters<Agent["interaction"]>[0]) {
    try {
      await agent.interaction(change);
    } catch (problem) {
      toast({ tone: "danger", title: t("not-told"), description: textOf(problem) });
    }
  }

  /** What follows from the work, not from the person: only the person answers a forced state. */
  function setStateByWork(state: AgentState) {
    const session = agent.session();
    if (session && !session.forced && session.state !== state) void setState(state);
  }

  /** On the phone, so to speak: Busy, as a real app would set it. */
  function go(change: Parameters<Agent["interaction"]>[0]) {
    void tell(change);
    setStateByWork("busy");
  }

  function end({ interactionId }: Interaction) {
    void tell({ interactionId, phase: "ended" });
    const others = agent.session()?.interactions.filter(({ phase }) => phase !== "offered") ?? [];
    if (others.length === 0) setStateByWork("after_call_work");
  }

  async function signOut() {
    setLeaving(true);
    try {
      await agent.signOut();
    } catch (problem) {
      toast({ tone: "danger", title: t("not-signed-out"), description: textOf(problem) });
    } finally {
      setLeaving(false);
    }
  }

  return {
    wanted,
    setState,
    refresh: agent.refresh,
    answerLogging: agent.answerLogging,
    leaving,
    signOut,
    /** Nobody waits for the answer: one that is gone by now needs no word. */
    notice(noticeId: string, action: Parameters<Agent["notice"]>[1]) {
      agent.notice(noticeId, action).catch(() => {});
    },
    simulate({ outbound, ...about }: Simulated) {
      const interactionId = randomId();
      if (outbound) go({ ...about, interactionId, direction: "outbound", phase: "started" });
      else void tell({ ...about, interactionId, direction: "inbound", phase: "offered" });
    },
    accept: ({ interactionId }: Interaction) => go({ interactionId, phase: "started" }),
    decline: ({ interactionId }: Interaction) => void tell({ interactionId, phase: "missed" }),
    hold: ({ interactionId }: Interaction) => void tell({ interactionId, phase: "held" }),
    goOn: ({ interactionId }: Interaction) => void tell({ interactionId, phase: "resumed" }),
    end,
  };
}
export type Work = ReturnType<typeof useWork>;
