"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ActionResult } from "@/app/_edges/action";
import { useToast } from "@/components/ui/toast";
import { type Forced, nothingForced, notReached, remaining, settled, together } from "@/lib/agents/forced";
import type { AgentRow } from "@/lib/agents/row";
import type { ForceStates } from "@/lib/agents/schema";
import { useBulk } from "../../_components/use-bulk";
import { useNames } from "./use-names";

export type Deed = "ready" | "not_ready" | "logout";

export type Seen = ForceStates["agents"][number];

type Input = {
  deed: Deed;
  agents: readonly AgentRow[];
  /** Does it to some of them; `even` where an interaction is meant to be no obstacle. */
  step: (some: Seen[], even: boolean) => Promise<ActionResult<Forced>>;
  onDone: () => void;
  onClose: () => void;
};

// Few enough that whoever watches sees it move, and that a stop comes soon.
const atOnce = 10;

/** Lays a hand on agents: on those who are free at once, on those on an interaction when it is said a second time. */
export function useForce({ deed, agents, step, onDone, onClose }: Input) {
  const t = useTranslations("force");
  const names = useNames();
  const toast = useToast();
  const bulk = useBulk(atOnce);
  // Those whom somebody was asked about, as they were then.
  const [asked] = useState(agents);
  const [forced, setForced] = useState(nothingForced);
  const [again, setAgain] = useState(false);
  const named = (usernames: readonly string[]) => {
    const meant = new Set(usernames);
    return asked.filter(({ username }) => meant.has(username));
  };
  const left = remaining(asked, forced);
  /** The second question: it is about these. */
  const busy = again ? named(forced.onInteraction) : null;

  async function confirm() {
    const run = await bulk.run({
      items: async () => seen(busy ?? left),
      step: (some) => step(some, again),
    });
    if (!run) return;
    const total = run.answers.reduce(together, forced);
    setForced(total);
    // The dialog of a refusal stays, and says why.
    if (run.refused) return;
    if (again || run.stopped || total.onInteraction.length === 0) return finish(total);
    setAgain(true);
  }

  function finish(total: Forced) {
    onClose();
    if (settled(total).length + total.onInteraction.length === 0) return;
    const of = (usernames: readonly string[]) => names(named(usernames).map(({ name }) => name));
    const passedBy = seen(notReached(asked, total)).map(({ username }) => username);
    toast({
      title: t(`done-${deed}`, { count: total.done.length }),
      description: [
        total.onInteraction.length > 0 && t("left-alone", { names: of(total.onInteraction) }),
        passedBy.length > 0 && t("not-reached", { names: of(passedBy) }),
        total.signedOut.length > 0 && t("signed-out", { names: of(total.signedOut) }),
        total.outOfReach.length > 0 && t("out-of-reach", { names: of(total.outOfReach) }),
      ]
        .filter(Boolean)
        .join("\n"),
    });
    onDone();
  }

  return {
    /** Those to whom it is still to be done, as they were then. */
    left,
    busy,
    /** For how many nothing is left to do. */
    settled: settled(forced).length,
    state: bulk.state,
    confirm,
    /** Stops what runs, or closes the dialog and tells what was done by then. */
    cancel: bulk.state.kind === "running" ? bulk.stop : () => finish(forced),
  };
}

const seen = (agents: readonly AgentRow[]): Seen[] =>
  agents.flatMap(({ username, open, sessionId }) => (open && sessionId ? [{ username, sessionId }] : []));
