"use client";

import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { Mapping } from "@/lib/imports/fields";
import type { PreviewLine } from "@/lib/imports/schema";
import { ChangeText } from "./change-text";
import { type LineWords, useLineWords } from "./use-line-words";

export const outcomeTones: Record<PreviewLine["outcome"], BadgeTone> = {
  created: "ready",
  updated: "accent",
  unchanged: "neutral",
  bad: "danger",
};

/** A line of the file as the preview lists it. */
export function useLineColumns(header: readonly string[], mapping: Mapping): ColumnSpec<PreviewLine>[] {
  const t = useTranslations("import");
  const locale = useLocale();
  const words = useLineWords(header, mapping);
  return useMemo(
    (): ColumnSpec<PreviewLine>[] => [
      {
        id: "line",
        header: t("column.line"),
        align: "end",
        width: 64,
        cell: ({ line }) => <span className="num text-ink-2">{line.toLocaleString(locale)}</span>,
      },
      {
        id: "outcome",
        header: t("column.outcome"),
        width: 96,
        cell: ({ outcome }) => <Badge tone={outcomeTones[outcome]}>{t(`show.${outcome}`)}</Badge>,
      },
      {
        id: "name",
        header: t("field.name"),
        primary: true,
        width: 170,
        cell: ({ name }) => <span className="font-medium">{name}</span>,
      },
      {
        id: "username",
        header: t("field.username"),
        width: 130,
        cell: ({ username }) => <span className="text-ink-2">{username}</span>,
      },
      {
        id: "what",
        header: t("column.what"),
        width: 400,
        cell: (line) => <What line={line} words={words} />,
      },
    ],
    [t, locale, words],
  );
}

/** In one row as much as it holds; opened, the line tells all of it. */
function What({ line, words }: { line: PreviewLine; words: LineWords }) {
  const t = useTranslations("import");
  const made = line.outcome === "created";
  return (
    <span className="space-x-4">
      {line.outcome === "unchanged" && <span className="text-ink-2">{t("as-it-is")}</span>}
      {line.problems.length > 0 && (
        <span>
          <span className="font-medium">{columnsOf(line, words)}</span>{" "}
          <span className="text-ink-2">{line.problems.map(words.problem).join(" ")}</span>
        </span>
      )}
      {line.notices.length > 0 && <Badge tone="warn">{t("note", { count: line.notices.length })}</Badge>}
      {line.changes
        .filter(({ field }) => !made || field !== "name")
        .map((change) => (
          <span key={change.field}>
            <span className="text-ink-2">{t(`field.${change.field}`)}</span>{" "}
            <ChangeText change={change} made={made} words={words} />
          </span>
        ))}
      {line.password && !made && <span>{t("first-password")}</span>}
    </span>
  );
}

/** The columns that are wrong come first: what is wrong with them may be cut off. */
const columnsOf = ({ problems }: PreviewLine, words: LineWords) =>
  [...new Set(problems.map(({ field }) => words.column(field)))].join(", ");
