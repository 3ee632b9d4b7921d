import { useState } from "react";
import { useTranslations } from "use-intl";
import type { AgentState } from "@/client/rollcall";
import { useToast } from "@/components/ui/toast";
import { useProblemText } from "./problem-text";
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

  return { wanted, setState, leaving, signOut };
}
export type Work = ReturnType<typeof useWork>;
