"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { type RowSource, sourceOf } from "@/components/grid/row-source";
import { StateIcon } from "@/components/ui/state-icon";
import type { AgentRow } from "@/lib/agents/row";
import { readLimits, summaryOf } from "@/lib/agents/view";

export const rowId = (row: AgentRow) => row.username;

const states = ["busy", "ready", "after_call_work", "not_ready"] as const;
const noLimit = readLimits({});

type Place = { row: AgentRow } | { team: string; rows: readonly AgentRow[] };

/** The rows as the grid takes them: one after the other, or under a heading for each team that can be folded away. */
export function useAgentSource(
  rows: readonly AgentRow[],
  byTeam: boolean,
  nowMs: number,
): RowSource<AgentRow> {
  const t = useTranslations();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());

  return useMemo(() => {
    const flat = sourceOf(rows, rowId);
    if (!byTeam) return flat;
    const places = placesOf(rows, folded);
    const indexes = new Map(
      places.flatMap((place, index) => ("row" in place ? [[rowId(place.row), index] as const] : [])),
    );
    const toggle = (team: string) =>
      setFolded((before) => {
        const next = new Set(before);
        if (!next.delete(team)) next.add(team);
        return next;
      });
    return {
      ...flat,
      total: places.length,
      rows: rows.length,
      at: (index) => {
        const place = places[index];
        return place && "row" in place ? place.row : undefined;
      },
      indexOf: (id) => indexes.get(id),
      load: async (from, to) => places.slice(from, to).flatMap((place) => ("row" in place ? place.row : [])),
      bandAt(index) {
        const place = places[index];
        if (!place || "row" in place) return undefined;
        const { team, rows: members } = place;
        const counted = summaryOf(members, noLimit, nowMs).states;
        return {
          id: team,
          open: !folded.has(team),
          onToggle: () => toggle(team),
          content: (
            <>
              <span className="truncate font-semibold">{team}</span>
              <span className="num text-ink-2">{t("agents.count", { count: members.length })}</span>
              {states.map((state) => (
                <span key={state} className="num ml-2 inline-flex items-center gap-1">
                  <StateIcon shape={state} label={t(`state.${state}`)} size={12} />
                  {counted[state]}
                </span>
              ))}
            </>
          ),
        };
      },
    };
  }, [rows, byTeam, folded, nowMs, t]);
}

/** The rows come in the order of their teams. */
function placesOf(rows: readonly AgentRow[], folded: ReadonlySet<string>): Place[] {
  const teams = new Map<string, AgentRow[]>();
  for (const row of rows) {
    const members = teams.get(row.team);
    if (members) members.push(row);
    else teams.set(row.team, [row]);
  }
  return [...teams].flatMap(([team, members]) => [
    { team, rows: members },
    ...(folded.has(team) ? [] : members.map((row) => ({ row }))),
  ]);
}
