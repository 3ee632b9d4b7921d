"use client";

import { useState } from "react";
import { heldOrder } from "@/components/grid/live-order";
import { useServerNow } from "@/components/ui/server-clock";
import type { AgentRow } from "@/lib/agents/row";
import type { AgentList } from "@/lib/agents/schema";
import type { TeamLimits } from "@/lib/agents/view";
import { firstView, nextView } from "./agent-order";

type Input = {
  rows: readonly AgentRow[];
  list: AgentList;
  limits: TeamLimits;
  /** The server's time of the first paint. */
  renderedAt: string;
  holding: boolean;
};

/** Who is shown in which order at this second; the order on the screen stands while it is held. */
export function useAgentView({ renderedAt, holding, ...given }: Input) {
  const nowMs = useServerNow(Date.parse(renderedAt), true);
  const [view, setView] = useState(() => firstView({ ...given, nowMs }));
  const [onScreen, setOnScreen] = useState(view.ordered);
  const [wasHolding, setWasHolding] = useState(holding);

  const { rows, list, limits } = given;
  const stale = view.rows !== rows || view.list !== list || view.limits !== limits || view.nowMs !== nowMs;
  if (stale || wasHolding !== holding) {
    const next = stale ? nextView(view, { ...given, nowMs }) : view;
    // Another question is answered in its own order.
    const held = holding && view.list === list;
    setView(next);
    setOnScreen(held ? heldOrder({ rows: view.shown, ordered: onScreen }, next.shown) : next.ordered);
    setWasHolding(holding);
  }

  const held = holding && onScreen.some((row, index) => row !== view.ordered[index]);
  return { rows: onScreen, summary: view.summary, held, nowMs };
}
