"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { ComboboxTrigger, OneRoot } from "@/components/ui/combobox";
import { Menu, MenuChoice } from "@/components/ui/menu";
import { chipStyle } from "./range-chip";

type RuleChipsProps = {
  zone: string;
  zones: readonly string[];
  edges: string;
  days: string;
  dayTurn: string;
  onChange: (params: Record<string, string | null>) => void;
};

const turns = ["00:00", "02:00", "03:00", "04:00", "05:00", "06:00"];

/** By which rules the report counts: they are printed on every export. */
export function RuleChips({ zone, zones, edges, days, dayTurn, onChange }: RuleChipsProps) {
  const t = useTranslations("reports.rule");
  const daysShown = t(days === "split" ? "days.split" : "days.join");
  return (
    <>
      <OneRoot
        items={zones.map((value) => ({ value, label: value }))}
        value={zone}
        onChange={(value) => onChange({ zone: value })}
        searchLabel={t("zone-find")}
        noMatch={t("zone-none")}
      >
        <ComboboxTrigger className={chipStyle} aria-label={`${t("zone")} ${zone}`}>
          <Chip label={t("zone")} value={zone} />
        </ComboboxTrigger>
      </OneRoot>
      <Menu
        align="start"
        trigger={
          <button type="button" className={chipStyle}>
            <Chip label={t("edges.label")} value={t(edges === "whole" ? "edges.whole" : "edges.clip")} />
          </button>
        }
      >
        <MenuChoice
          closes
          label={t("edges.what")}
          value={edges === "whole" ? "whole" : "clip"}
          options={(["clip", "whole"] as const).map((value) => ({ value, label: t(`edges.${value}-means`) }))}
          onChange={(value) => onChange({ edges: value === "clip" ? null : value })}
        />
      </Menu>
      <Menu
        align="start"
        trigger={
          <button type="button" className={chipStyle}>
            <Chip
              label={t("days.label")}
              value={dayTurn === "00:00" ? daysShown : t("days.turning", { days: daysShown, turn: dayTurn })}
            />
          </button>
        }
      >
        <MenuChoice
          closes
          label={t("days.what")}
          value={days === "split" ? "split" : "join"}
          options={(["join", "split"] as const).map((value) => ({ value, label: t(`days.${value}-means`) }))}
          onChange={(value) => onChange({ days: value === "join" ? null : value })}
        />
        <MenuChoice
          closes
          label={t("days.turn")}
          value={dayTurn}
          options={[...new Set([...turns, dayTurn])].toSorted().map((value) => ({ value, label: value }))}
          onChange={(value) => onChange({ dayTurn: value === "00:00" ? null : value })}
        />
      </Menu>
    </>
  );
}

function Chip({ label, value }: { label: string; value: string }) {
  return (
    <>
      <span className="shrink-0 text-ink-2">{label}</span>
      <span className="num truncate font-medium">{value}</span>
      <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
    </>
  );
}
