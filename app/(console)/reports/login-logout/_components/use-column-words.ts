"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Column, type FixedColumn, isFixed } from "@/lib/reports/catalogue";
import type { Value } from "@/lib/reports/row";

/** What columns and the values of closed lists are called. */
export function useColumnWords() {
  const t = useTranslations("reports");
  return useMemo(() => {
    const text = (key: string) => t(key as Parameters<typeof t>[0]);
    return {
      nameOf: ({ id, reason }: Pick<Column, "id" | "reason">) =>
        isFixed(id)
          ? t(`column.${id satisfies FixedColumn}`)
          : t("column.reason", { reason: reason?.name ?? id }),
      valueOf(column: Pick<Column, "id" | "type">, value: Value): string {
        if (value === null || value === "") return t("value.none");
        if (column.type === "flag") return text(`value.flag.${value}`);
        return column.type === "enum" && column.id !== "app"
          ? text(`value.${column.id}.${value}`)
          : String(value);
      },
    };
  }, [t]);
}
