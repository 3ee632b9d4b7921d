"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { FilterSpec } from "@/components/grid/filter-param";
import { LogLevel, LogStatus } from "@/prisma/generated/enums";

/** What the list can be narrowed by; without teams where all are of one person. */
export function useLogFilters(teams: readonly { id: string; name: string }[] | null): FilterSpec[] {
  const t = useTranslations("logs");
  return useMemo(
    () => [
      {
        id: "status",
        label: t("filter.status"),
        options: Object.values(LogStatus).map((value) => ({ value, label: t(`status.${value}`) })),
      },
      {
        id: "level",
        label: t("filter.level"),
        options: Object.values(LogLevel).map((value) => ({ value, label: t(`level.${value}`) })),
      },
      ...(teams
        ? [
            {
              id: "team",
              label: t("filter.team"),
              options: teams.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]
        : []),
    ],
    [t, teams],
  );
}
