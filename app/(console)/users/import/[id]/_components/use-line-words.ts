"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Field, Mapping } from "@/lib/imports/fields";
import type { Notice, Problem } from "@/lib/imports/problem";
import type { LineChange } from "@/lib/imports/schema";
import { Role } from "@/prisma/generated/enums";

const isRole = (word: string): word is Role => word in Role;

/** What is told of a line, in words. */
export function useLineWords(header: readonly string[], mapping: Mapping) {
  const t = useTranslations("import");
  const role = useTranslations("role");
  return useMemo(
    () => ({
      /** A column as the file calls it. */
      column: (field: Field | null) =>
        field ? header[mapping.indexOf(field)] || t(`field.${field}`) : t("whole-line"),
      value({ field }: LineChange, value: LineChange["to"]) {
        const parts = value === null ? [] : [value].flat();
        if (parts.length === 0) return t("nothing");
        return parts.map((part) => (field === "roles" && isRole(part) ? role(part) : part)).join(", ");
      },
      problem: ({ code, value, other }: Problem) => t(`problem.${code}`, { value, other }),
      notice: ({ code, value, other }: Notice) => t(`notice.${code}`, { value, other }),
    }),
    [t, role, header, mapping],
  );
}
export type LineWords = ReturnType<typeof useLineWords>;
