"use client";

import clsx from "clsx";
import { SearchX, Users } from "lucide-react";
import { type PointerEvent, type ReactNode, useMemo, useState } from "react";
import { useTimeZone, useTranslations } from "use-intl";
import type { Views } from "@/app/_edges/views";
import type { GridLayout, Sort } from "@/components/grid/column";
import { Grid } from "@/components/grid/grid";
import { isSelected, noSelection } from "@/components/grid/selection";
import { formatSort } from "@/components/grid/sort-param";
import { useLayout } from "@/components/grid/use-layout";
import { ViewMenu } from "@/components/grid/view-menu";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Ticks } from "@/components/ui/ticks";
import { readLimits, type Summary, type TeamLimits } from "@/lib/agents/view";
import { SavedViews } from "../../_components/saved-views";
import { AgentActionBar, AgentActions } from "./agent-actions";
import { useAgentColumns } from "./agent-columns";
import { AgentFilters } from "./agent-filters";
import { AgentPanel } from "./agent-panel";
import { AgentSearch } from "./agent-search";
import { AgentStrip } from "./agent-strip";
import { UpdatesAhead } from "./updates-ahead";
import { put, useAgentList } from "./use-agent-list";
import { rowId, useAgentSource } from "./use-agent-source";
import { useAgentView } from "./use-agent-view";
import { type Snapshot, useAgents } from "./use-agents";
import { useLimitSound } from "./use-limit-sound";
import { useOpenedAgent } from "./use-opened-agent";

type Props = {
  first: Snapshot & { total: number; summary: Summary };
  limits: TeamLimits;
  teams: readonly { id: string; name: string }[];
  layout: GridLayout;
  views: Views;
  now: string;
  /** The reader may open Login Info. */
  linked: boolean;
  /** Between the title and the figures. */
  children?: ReactNode;
};

const none: readonly never[] = [];
const resting: Sort = { id: "agent", desc: false };

/** All agents that the reader may see, live. */
export function AgentsView({ first, limits, teams, views, now, linked, children, ...rest }: Props) {
  const t = useTranslations("agents");
  const { list, change } = useAgentList();
  const [layout, setLayout] = useLayout("agents", rest.layout);
  const [selection, setSelection] = useState(noSelection);
  const [holding, setHolding] = useState(false);
  const limitOf = useMemo(() => readLimits(limits), [limits]);
  const columns = useAgentColumns({ now, limitOf });

  const opened = useOpenedAgent();
  const { rows, whole, failed } = useAgents(first);
  const view = useAgentView({ rows, list, limits, renderedAt: now, holding });
  const summary = whole ? view.summary : first.summary;
  const total = whole ? view.rows.length : first.total;
  const source = useAgentSource(view.rows, list.group === "team", view.nowMs);
  const sound = useLimitSound(summary.beyond);

  const onPointer = (event: PointerEvent) => {
    if (event.pointerType !== "mouse") return;
    setHolding(
      event.type !== "pointerleave" && event.target instanceof Element && !!event.target.closest("tbody"),
    );
  };
  const any = selection.all || selection.ids.size > 0;
  const selected = any ? view.rows.filter((row) => isSelected(selection, rowId(row))) : none;
  const unselect = () => setSelection(noSelection);
  const counted = failed
    ? t("failed")
    : total < summary.signedIn
      ? t("count-of", { count: total, all: summary.signedIn })
      : t("count", { count: total });

  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={[counted, t("zone", { zone: useTimeZone() ?? "UTC" })].join(", ")}
        actions={
          <>
            <SavedViews subject="agents" views={views} layout={layout} onLayout={setLayout} teams={teams} />
            <ViewMenu columns={columns} layout={layout} onLayout={setLayout}>
              <Ticks
                label={t("view.label")}
                options={[
                  { value: "group", label: t("view.group"), ticked: list.group === "team" },
                  { value: "pin", label: t("view.pin"), ticked: list.pin !== undefined },
                  { value: "sound", label: t("view.sound"), ticked: sound.on },
                ]}
                onToggle={(value) => {
                  if (value === "group")
                    change((address) => put(address, "group", list.group ? null : "team"));
                  else if (value === "pin") change((address) => put(address, "pin", list.pin ? null : "1"));
                  else sound.toggle();
                }}
              />
            </ViewMenu>
          </>
        }
      />
      {children}
      <UpdatesAhead updates={summary.updates} now={now} list={list} change={change} />
      <AgentStrip summary={summary} list={list} nowMs={view.nowMs} change={change} />
      <div className="relative flex flex-wrap items-center gap-2">
        <AgentSearch search={list.search} change={change} />
        <AgentFilters list={list} summary={summary} teams={teams} change={change} />
        <p
          className={clsx("absolute top-full right-0 text-ink-2 text-xs", !view.held && "invisible")}
          aria-hidden={!view.held}
        >
          {t("held")}
        </p>
      </div>
      <Card flush className="flex min-h-0 flex-col">
        <div onPointerOver={onPointer} onPointerLeave={onPointer} className="flex min-h-0 flex-col">
          <Grid
            label={t("title")}
            columns={columns}
            rows={source}
            rowId={rowId}
            onOpen={(row) => opened.open(rowId(row))}
            sort={list.sort}
            resting={resting}
            onSort={(sort: Sort[]) => change((address) => put(address, "sort", formatSort(sort)))}
            layout={layout}
            onLayout={setLayout}
            selection={selection}
            onSelection={setSelection}
            className="min-h-0"
            empty={<NobodyShown narrowed={summary.signedIn > 0} onClear={() => change(clear)} />}
          />
        </div>
      </Card>
      <AgentActionBar agents={selected} onDone={unselect} onClear={unselect} />
      <AgentPanel
        opened={opened}
        rows={rows}
        limitOf={limitOf}
        renderedMs={Date.parse(now)}
        linked={linked}
        actions={(row) => <AgentActions agents={[row]} onDone={() => {}} />}
      />
    </>
  );
}

function clear(address: URLSearchParams) {
  for (const name of ["search", "team", "state", "platform", "over", "beyond", "unreachable", "updating"])
    address.delete(name);
}

function NobodyShown({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const t = useTranslations("agents");
  if (!narrowed)
    return (
      <EmptyState icon={<Users />} title={t("empty")}>
        {t("empty-text")}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<SearchX />}
      title={t("no-match")}
      action={<Button onClick={onClear}>{t("clear")}</Button>}
    >
      {t("no-match-text")}
    </EmptyState>
  );
}
