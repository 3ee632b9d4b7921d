"use client";

import clsx from "clsx";
import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Card, CardHeader } from "@/components/ui/card";
import type { ImportPreview } from "@/lib/imports/preview";
import type { Show } from "@/lib/imports/schema";

type Props = {
  preview: ImportPreview;
  checking: boolean;
  createTeams: boolean;
  onCreateTeams: (create: boolean) => void;
  onShow: (show: Show) => void;
};

/** What would come of the file: each figure with what it means, and a way to whom it counts. */
export function OutcomeCard({ preview: { outcome }, checking, createTeams, onCreateTeams, onShow }: Props) {
  const t = useTranslations("import.outcome");
  if (!outcome) return null;
  const { created, updated, unchanged, bad, withoutPassword, passwordsKept, missingTeams, notes } = outcome;
  const named = missingTeams.first.join(", ");
  const more = missingTeams.count - missingTeams.first.length;

  return (
    <Card aria-busy={checking}>
      <CardHeader
        title={t("title")}
        actions={
          checking && (
            <span role="status" className="flex items-center gap-1.5 text-ink-2">
              <LoaderCircle aria-hidden className="size-3.5 animate-spin" /> {t("checking")}
            </span>
          )
        }
      />
      <ul className={clsx("mt-1 divide-y divide-line", checking && "opacity-60")}>
        <Figure count={created} onOpen={() => onShow("created")} title={t("created", { count: created })}>
          {withoutPassword > 0 && t("without-password", { count: withoutPassword })}
        </Figure>
        <Figure count={updated} onOpen={() => onShow("updated")} title={t("updated", { count: updated })}>
          {t("updated-text")} {passwordsKept > 0 && t("passwords-kept", { count: passwordsKept })}
        </Figure>
        {unchanged > 0 && (
          <Figure
            count={unchanged}
            onOpen={() => onShow("unchanged")}
            title={t("unchanged", { count: unchanged })}
          >
            {t("unchanged-text")}
          </Figure>
        )}
        {notes > 0 && (
          <Figure
            tone="warn"
            count={notes}
            onOpen={() => onShow("notes")}
            title={t("notices", { count: notes })}
          >
            {t("notices-text")}
          </Figure>
        )}
        <Figure
          tone={bad > 0 ? "danger" : "quiet"}
          count={bad}
          onOpen={() => onShow("bad")}
          title={t("bad", { count: bad })}
        >
          {bad > 0 ? t("bad-text") : t("clean")}
        </Figure>
      </ul>
      {missingTeams.count > 0 && (
        <label className="mt-3 flex items-start gap-2.5 border-line border-t pt-3">
          <input
            type="checkbox"
            checked={createTeams}
            onChange={(event) => onCreateTeams(event.target.checked)}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0">
            <span className="font-medium">{t("make-teams", { count: missingTeams.count })}</span>
            <span className="block text-ink-2 [overflow-wrap:anywhere]">
              {more > 0 ? t("teams-and-more", { named, more }) : named}
            </span>
          </span>
        </label>
      )}
    </Card>
  );
}

type Tone = "plain" | "warn" | "danger" | "quiet";
const tones: Record<Tone, string> = {
  plain: "",
  warn: "text-warn",
  danger: "text-danger",
  quiet: "text-ink-3",
};

type FigureProps = {
  count: number;
  title: ReactNode;
  tone?: Tone;
  onOpen: () => void;
  children?: ReactNode;
};

function Figure({ count, title, tone = "plain", onOpen, children }: FigureProps) {
  const locale = useLocale();
  return (
    <li className="grid grid-cols-[4.5rem_1fr] gap-x-3 py-2.5">
      <span
        aria-hidden
        className={clsx("num text-right font-semibold text-lg", count === 0 ? "text-ink-3" : tones[tone])}
      >
        {count.toLocaleString(locale)}
      </span>
      <span className="min-w-0 pt-px">
        {count === 0 ? (
          <span className="block font-medium">{title}</span>
        ) : (
          <button
            type="button"
            onClick={onOpen}
            className="block text-left font-medium underline decoration-line-strong underline-offset-3 hover:decoration-current"
          >
            <span className="sr-only">{count.toLocaleString(locale)} </span>
            {title}
          </button>
        )}
        {children && <span className="block text-ink-2 text-xs">{children}</span>}
      </span>
    </li>
  );
}
