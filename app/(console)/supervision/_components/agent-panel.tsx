"use client";

import clsx from "clsx";
import { UserX } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { singleKeysCookie } from "@/components/shell/shortcuts";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { readCookie } from "@/components/ui/cookie";
import { EmptyState } from "@/components/ui/empty-state";
import { SidePanel } from "@/components/ui/side-panel";
import { StateIcon } from "@/components/ui/state-icon";
import type { AgentRow } from "@/lib/agents/row";
import type { LimitOf } from "@/lib/agents/view";
import { InState, StateAndApp, StateName } from "./agent-cells";
import { TimelineBody } from "./timeline-body";
import { TimelineDay } from "./timeline-day";
import type { OpenedAgent } from "./use-opened-agent";
import { useTimeline } from "./use-timeline";

type Props = {
  opened: OpenedAgent;
  /** Whoever is in the grid or could be: the head shows them live. */
  rows: readonly AgentRow[];
  limitOf: LimitOf;
  renderedMs: number;
  /** The reader may open Login Info. */
  linked: boolean;
  /** What may be done to the agent while they are signed in. */
  actions: (row: AgentRow) => ReactNode;
};

/** The day of one agent beside the grid, today's or an earlier one. */
export function AgentPanel({ opened, rows, limitOf, renderedMs, linked, actions }: Props) {
  const t = useTranslations("timeline");
  const state = useTranslations("state");
  const close = useTranslations("ui")("close");
  const body = useRef<HTMLDivElement>(null);
  const { timeline, problem, reading } = useTimeline(opened.username, opened.day);
  const username = timeline?.username ?? opened.username;
  const row = (username !== null && rows.find((one) => one.username === username)) || null;
  const name = row?.name ?? timeline?.name ?? opened.username;
  useTodayKey(body, () => opened.show(null));

  return (
    <SidePanel
      size="lg"
      open={opened.username !== null}
      onClose={opened.close}
      title={name}
      description={row ? <Now row={row} limitOf={limitOf} renderedMs={renderedMs} /> : timeline?.team}
      closeLabel={close}
      icon={
        <span className="flex min-h-6 items-center">
          {row ? (
            <StateAndApp row={row} />
          ) : (
            timeline && <StateIcon shape="signed_out" label={state("signed_out")} />
          )}
        </span>
      }
      returnTo={() =>
        username === null ? null : document.querySelector(`tr[data-row="${CSS.escape(username)}"]`)
      }
      actions={
        timeline && (
          <>
            {linked && (
              <ButtonLink
                href={`/users/${encodeURIComponent(timeline.username)}/login-info`}
                className="mr-auto"
              >
                {t("login-info")}
              </ButtonLink>
            )}
            {row?.open && actions(row)}
          </>
        )
      }
    >
      <div ref={body} aria-busy={reading} className="flex flex-col gap-4">
        {timeline && (
          <TimelineDay
            timeline={timeline}
            day={opened.day && opened.day < timeline.today ? opened.day : timeline.today}
            onShow={opened.show}
          />
        )}
        {problem === "failed" && <Alert tone="warn" live title={t("failed")} />}
        {problem === "missing" ? (
          <EmptyState icon={<UserX />} title={t("missing")}>
            {t("missing-text")}
          </EmptyState>
        ) : timeline ? (
          <div className={clsx("transition-opacity delay-150", reading && "opacity-60")}>
            <TimelineBody timeline={timeline} linked={linked} />
          </div>
        ) : (
          problem === null && <Awaited label={t("reading")} />
        )}
      </div>
    </SidePanel>
  );
}

/** "Billing · Busy for 4:10", as it is at this moment. */
function Now({ row, limitOf, renderedMs }: { row: AgentRow } & Pick<Props, "limitOf" | "renderedMs">) {
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      <span>{row.team}</span>
      <span aria-hidden>·</span>
      <StateName row={row} />
      <InState row={row} limitMs={limitOf(row)} renderedMs={renderedMs} />
    </span>
  );
}

/** T shows today, wherever in the panel the focus is, for whoever wants shortcuts of single keys. */
function useTodayKey(body: { current: HTMLElement | null }, show: () => void) {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
    if (event.key.toLowerCase() !== "t" || !plain || !(target instanceof Element)) return;
    if (readCookie(singleKeysCookie) === "off") return;
    const typing = target.matches("input:not([type=range]), textarea, select");
    if (!typing && body.current?.closest("[role=dialog]")?.contains(target)) show();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => pressed(event);
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** As high as what comes. */
function Awaited({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-4">
      {["h-8", "h-16", "h-40", "h-5", "h-10"].map((height) => (
        <div key={height} className={clsx("animate-pulse rounded-md bg-chip", height)} />
      ))}
    </div>
  );
}
