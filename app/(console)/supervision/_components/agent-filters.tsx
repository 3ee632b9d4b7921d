"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { FilterBar } from "@/components/grid/filter-bar";
import { type FilterSpec, withChosen } from "@/components/grid/filter-param";
import { ToggleChip } from "@/components/grid/toggle-chip";
import { Button } from "@/components/ui/button";
import { Menu, MenuChoice } from "@/components/ui/menu";
import { type AgentList, agentFilterIds } from "@/lib/agents/schema";
import { shownStates } from "@/lib/agents/state";
import type { Summary } from "@/lib/agents/view";
import { type ChangeAddress, put } from "./use-agent-list";

type Props = {
  list: AgentList;
  summary: Summary;
  teams: readonly { id: string; name: string }[];
  change: ChangeAddress;
};

const flags = ["beyond", "unreachable", "updating", "signedOut"] as const;
const minutes = ["", "1", "5", "10", "15", "30", "60"] as const;

/** What the grid is narrowed by; the address keeps it. */
export function AgentFilters({ list, summary, teams, change }: Props) {
  const t = useTranslations("agents.filter");
  const filters = useFilters(teams);
  const { beyond, unreachable, signedOut, updates } = summary;
  const counts = {
    beyond,
    unreachable,
    signedOut,
    updating: updates.ahead + updates.later + updates.waiting,
  };
  const label = {
    beyond: t("beyond"),
    unreachable: t("unreachable"),
    updating: t("updating"),
    signedOut: t("signed-out"),
  };
  // A chip of its own only while an update is on its way.
  const shown = flags.filter((flag) => flag !== "updating" || counts.updating > 0 || list.updating);
  const over = list.over === undefined ? "" : String(list.over);
  const overText = (value: string) => (value === "" ? t("any") : t("over-minutes", { count: Number(value) }));

  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      <FilterBar
        filters={filters}
        chosen={{ team: list.team, state: list.state, platform: list.platform }}
        onChange={(chosen) =>
          change((address) => {
            const next = withChosen(address, chosen, { ids: agentFilterIds });
            for (const id of agentFilterIds) address.delete(id);
            for (const id of agentFilterIds) for (const value of next.getAll(id)) address.append(id, value);
          })
        }
      />
      <Menu
        align="start"
        trigger={
          <Button size="sm" className="rounded-full! font-normal">
            <span className="text-ink-2">{t("over")}</span>
            <span className="font-medium">{overText(over)}</span>
          </Button>
        }
      >
        <MenuChoice
          label={t("over")}
          value={over}
          options={[...new Set([...minutes, over])].map((value) => ({ value, label: overText(value) }))}
          onChange={(value) => change((address) => put(address, "over", value))}
        />
      </Menu>
      {shown.map((flag) => (
        <ToggleChip
          key={flag}
          label={label[flag]}
          count={counts[flag]}
          pressed={list[flag] !== undefined}
          onToggle={() => change((address) => put(address, flag, list[flag] ? null : "1"))}
        />
      ))}
    </div>
  );
}

function useFilters(teams: Props["teams"]): FilterSpec[] {
  const t = useTranslations();
  return useMemo(
    () => [
      {
        id: "team",
        label: t("agents.filter.team"),
        options: teams.map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        id: "state",
        label: t("agents.filter.state"),
        options: shownStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
      },
      {
        id: "platform",
        label: t("agents.filter.platform"),
        options: (["mobile", "desktop"] as const).map((platform) => ({
          value: platform,
          label: t(`agents.platform.${platform}`),
        })),
      },
    ],
    [t, teams],
  );
}
