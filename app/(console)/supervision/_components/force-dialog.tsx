"use client";

import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { AgentRow } from "@/lib/agents/row";
import { AskMany } from "../../_components/ask-many";
import { forceLogouts, forceStates } from "../actions";
import { LogoutReason } from "./logout-reason";
import { NotReadyReason } from "./not-ready-reason";
import { type Deed, type Seen, useForce } from "./use-force";
import { useNames } from "./use-names";

type Props = { deed: Deed; agents: readonly AgentRow[]; onDone: () => void; onClose: () => void };

/** Asks before agents are set or signed out, and a second time about those on an interaction. */
export function ForceDialog({ deed, agents, onDone, onClose }: Props) {
  const t = useTranslations("force");
  const names = useNames();
  const fields = useRef<HTMLDivElement>(null);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);

  const step = (some: Seen[], evenOnInteraction: boolean) =>
    deed === "logout"
      ? forceLogouts({ agents: some, by: { reason, evenOnInteraction } })
      : forceStates({ agents: some, to: { state: deed, reason: reason || null, evenOnInteraction } });
  const { left, busy, settled, state, confirm, cancel } = useForce({ deed, agents, step, onDone, onClose });
  const stopped = () => t("stopped", { done: settled });

  const open = left.filter((agent) => agent.open);
  const occupied = open.filter((agent) => agent.onInteraction).length;
  const free = open.length - occupied;
  const away = left.length - open.length;
  const told = [
    t(`now-${deed}`, { free }),
    occupied > 0 && t("busy", { busy: occupied }),
    away > 0 && t("away", { away }),
  ];

  function submit() {
    const needed = deed !== "ready" && reason.trim() === "";
    setMissing(needed);
    if (needed) fields.current?.querySelector<HTMLElement>("input, textarea, button")?.focus();
    else void confirm();
  }

  if (busy)
    return (
      <AskMany
        key="again"
        danger
        title={t("again-title", { count: busy.length, name: busy[0]?.name ?? "" })}
        consequence={t(`again-${deed}`, { count: busy.length, name: busy[0]?.name ?? "" })}
        verb={t(`even-${deed}`, { count: busy.length })}
        cancel={t("leave")}
        state={state}
        stopped={stopped}
        onConfirm={() => void confirm()}
        onCancel={cancel}
      >
        {busy.length > 1 && <p>{names(busy.map(({ name }) => name))}</p>}
      </AskMany>
    );

  const field: Record<Deed, ReactNode> = {
    ready: null,
    not_ready: <NotReadyReason agents={agents} missing={missing} onChange={setReason} />,
    logout: <LogoutReason missing={missing} value={reason} onChange={setReason} />,
  };
  return (
    <AskMany
      danger={deed === "logout"}
      title={t(`title-${deed}`, { count: left.length, name: left[0]?.name ?? "" })}
      consequence={told.filter(Boolean).join(" ")}
      verb={t(`verb-${deed}`, { count: free || open.length })}
      ready={open.length > 0}
      state={state}
      stopped={stopped}
      onConfirm={submit}
      onCancel={cancel}
    >
      {field[deed] && <div ref={fields}>{field[deed]}</div>}
    </AskMany>
  );
}
