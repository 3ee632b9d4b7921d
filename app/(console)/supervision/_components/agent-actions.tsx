"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionBar } from "@/components/grid/action-bar";
import { Button } from "@/components/ui/button";
import type { AgentRow } from "@/lib/agents/row";
import { ForceDialog } from "./force-dialog";
import type { Deed } from "./use-force";

type Props = {
  agents: readonly AgentRow[];
  /** After something was done to them; the rows themselves follow by the feed. */
  onDone: () => void;
};

/** What a supervisor may do to the agents selected; over the end of the grid while there are any. */
export function AgentActionBar({ agents, onDone, onClear }: Props & { onClear: () => void }) {
  const [asking, setAsking] = useState<Deed | null>(null);
  return (
    <>
      <ActionBar count={agents.length} onClear={onClear}>
        <Deeds onAsk={setAsking} />
      </ActionBar>
      {asking && (
        <ForceDialog deed={asking} agents={agents} onDone={onDone} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

/** The same as buttons, for one agent. */
export function AgentActions({ agents, onDone }: Props) {
  const [asking, setAsking] = useState<Deed | null>(null);
  return (
    <>
      <Deeds onAsk={setAsking} />
      {asking && (
        <ForceDialog deed={asking} agents={agents} onDone={onDone} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

function Deeds({ onAsk }: { onAsk: (deed: Deed) => void }) {
  const t = useTranslations("force");
  return (
    <>
      <Button onClick={() => onAsk("ready")}>{t("ready")}</Button>
      <Button onClick={() => onAsk("not_ready")}>{t("not_ready")}</Button>
      <Button variant="danger" onClick={() => onAsk("logout")}>
        {t("logout")}
      </Button>
    </>
  );
}
