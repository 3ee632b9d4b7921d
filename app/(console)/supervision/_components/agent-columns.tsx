"use client";

import { useMemo } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { formatDuration } from "@/components/ui/duration";
import { formatExact } from "@/components/ui/moment";
import { type AgentColumn, valueAt } from "@/lib/agents/columns";
import { figuresAt } from "@/lib/agents/figures";
import type { AgentRow } from "@/lib/agents/row";
import { shownState } from "@/lib/agents/state";
import type { LimitOf } from "@/lib/agents/view";
import { Moment } from "../../_components/moment";
import { AppName } from "../../_components/unknown-version";
import {
  InState,
  Interactions,
  Lasting,
  Occupancy,
  ReasonOrInteraction,
  StateAndApp,
  StateName,
  useInteractionWords,
} from "./agent-cells";

type Look = Omit<ColumnSpec<AgentRow>, "id" | "header" | "sortValue">;

/** The columns of the grid. Copied figures are those of the moment. */
export function useAgentColumns({ now, limitOf }: { now: string; limitOf: LimitOf }) {
  const t = useTranslations();
  const inWords = useInteractionWords();
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return useMemo(() => {
    const renderedMs = Date.parse(now);
    const reader = { locale, timeZone };
    const column = (id: AgentColumn, look: Look): ColumnSpec<AgentRow> => ({
      id,
      header: t(`agents.column.${id}`),
      sortValue: (row) => valueAt(id, row, renderedMs),
      ...look,
    });
    type LastingOf = Parameters<typeof Lasting>[0]["of"];
    const lasting = (of: LastingOf): Look => ({
      align: "end",
      width: 108,
      text: (row) => {
        const ms = figuresAt(row, renderedMs)[of];
        return ms === null ? "" : formatDuration(ms, true);
      },
      cell: (row) => <Lasting row={row} of={of} renderedMs={renderedMs} />,
    });
    const moment = (of: (row: AgentRow) => string | null): Look => ({
      align: "end",
      width: 126,
      text: (row) => {
        const at = of(row);
        return at === null ? "" : formatExact(at, reader);
      },
      cell: (row) => {
        const at = of(row);
        return at && <Moment at={at} now={now} />;
      },
    });
    const plain = (of: (row: AgentRow) => string | number | null, more: Partial<Look> = {}): Look => ({
      width: 120,
      text: (row) => String(of(row) ?? ""),
      cell: (row) => <span className={row.open ? undefined : "text-ink-3"}>{of(row)}</span>,
      ...more,
    });
    const reasonText = (row: AgentRow) =>
      row.open
        ? [row.reason, ...row.interactions.map((going) => inWords(going))].filter(Boolean).join(", ")
        : "";

    return [
      column("icon", {
        quiet: true,
        width: 66,
        text: (row) => (row.open ? t(`agents.platform.${row.platform ?? "desktop"}`) : ""),
        cell: (row) => <StateAndApp row={row} />,
      }),
      column("agent", { primary: true, width: 155, cell: (row) => row.name }),
      column("team", { width: 122, cell: (row) => <span className="text-ink-2">{row.team}</span> }),
      column("state", {
        width: 176,
        text: (row) => t(`state.${shownState(row)}`),
        cell: (row) => <StateName row={row} />,
      }),
      column("reason", { width: 186, text: reasonText, cell: (row) => <ReasonOrInteraction row={row} /> }),
      column("inState", {
        ...lasting("inStateMs"),
        cell: (row) => <InState row={row} limitMs={limitOf(row)} renderedMs={renderedMs} />,
      }),
      column(
        "signedInAt",
        moment((row) => (row.open ? row.loginAt : null)),
      ),
      column("login", lasting("loginMs")),
      column("occupancy", {
        align: "end",
        width: 98,
        text: (row) => {
          const { occupancy } = figuresAt(row, renderedMs);
          return occupancy === null ? "" : `${Math.round(occupancy * 100)}%`;
        },
        cell: (row) => <Occupancy row={row} renderedMs={renderedMs} />,
      }),
      column(
        "handledIn",
        plain((row) => row.today.handledIn, { align: "end", width: 138 }),
      ),
      column(
        "handledOut",
        plain((row) => row.today.handledOut, { align: "end", width: 146 }),
      ),
      column("version", {
        ...plain((row) => row.version),
        width: 150,
        cell: (row) => row.version && <AppName app={row.version} known={row.versionKnown} />,
      }),
      column("outdated", { hidden: true, ...plain((row) => row.outdated?.release ?? null), width: 150 }),
      column("updatesAt", { hidden: true, ...moment((row) => row.updatesAt), width: 150 }),
      column("interactions", {
        hidden: true,
        width: 110,
        text: reasonText,
        cell: (row) => <Interactions row={row} />,
      }),
      column("service", { hidden: true, ...plain((row) => row.interactions[0]?.service ?? null) }),
      column("ready", { hidden: true, ...lasting("readyMs") }),
      column("notReady", { hidden: true, ...lasting("notReadyMs"), width: 132 }),
      column("busy", { hidden: true, ...lasting("busyMs") }),
      column("afterCallWork", { hidden: true, ...lasting("afterCallWorkMs"), width: 170 }),
      column("avgHandle", { hidden: true, ...lasting("avgHandleMs"), width: 140 }),
      column("unreachable", { hidden: true, ...moment((row) => row.unreachableSince), width: 150 }),
      column("platform", {
        hidden: true,
        ...plain((row) => row.platform && t(`agents.platform.${row.platform}`)),
      }),
      column("os", { hidden: true, ...plain((row) => row.os) }),
      column("device", { hidden: true, ...plain((row) => row.device), width: 140 }),
      column("ip", { hidden: true, ...plain((row) => row.ip) }),
    ];
  }, [t, inWords, now, limitOf, locale, timeZone]);
}
