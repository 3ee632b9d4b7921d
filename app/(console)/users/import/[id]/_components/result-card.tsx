"use client";

import { CircleCheck, TriangleAlert, Undo2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Card } from "@/components/ui/card";
import { useServerNow } from "@/components/ui/server-clock";
import type { ImportProgress } from "@/lib/imports/schema";
import { continueImport, undoImport } from "../../actions";
import { LinksButton } from "./links-button";
import type { Act } from "./running-card";

type Props = { progress: ImportProgress; pending: boolean; onAct: Act };

/** What came of an import in sentences, and what can be done about it now. */
export function ResultCard({ progress, pending, onAct }: Props) {
  const t = useTranslations("import.result");
  const { id, state, undo, withoutPassword } = progress;
  const until = undo.until === null ? null : Date.parse(undo.until);
  const now = useServerNow(Date.parse(progress.now), until !== null);
  const minutes = until === null ? 0 : Math.ceil((until - now) / 60_000);
  const stopped = state === "stopped";

  return (
    <Card className="flex flex-col gap-4">
      <div className="flex gap-3" role="status">
        <span aria-hidden className="mt-0.5 [&_svg]:size-4.5">
          {iconOf(progress)}
        </span>
        <div className="min-w-0">
          <h2 className="font-semibold text-md">{titleOf(progress)}</h2>
          <ul className="mt-1 text-ink-2">
            {sentencesOf(progress).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2 border-line border-t pt-4">
        {stopped && minutes > 0 && (
          <Button variant="primary" pending={pending} onClick={() => onAct(continueImport)}>
            {t("continue", { count: progress.lines - progress.handled })}
          </Button>
        )}
        {withoutPassword > 0 && (state === "done" || stopped) && (
          <LinksButton id={id} count={withoutPassword} />
        )}
        {progress.skipped > 0 && progress.ownFile && minutes > 0 && (
          <a href={`/api/imports/${id}/bad-lines`} download className={buttonStyle("secondary")}>
            {t("download-skipped")}
          </a>
        )}
        {minutes > 0 && (
          <Button pending={pending} onClick={() => onAct(undoImport)}>
            <Undo2 aria-hidden className="size-3.5" />
            {t(progress.undoStopped ? "undo-on" : "undo")}
          </Button>
        )}
        {minutes > 0 && <span className="num text-ink-2">{t("undo-left", { minutes })}</span>}
        <ButtonLink href="/users" variant="ghost" className="ml-auto">
          {t("to-users")}
        </ButtonLink>
      </div>
    </Card>
  );

  function iconOf({ state, undoStopped }: ImportProgress) {
    if (state === "stopped" || undoStopped) return <TriangleAlert className="text-warn" />;
    return state === "undone" ? <Undo2 className="text-ink-2" /> : <CircleCheck className="text-ready" />;
  }

  function titleOf({ state, created, updated, lastLine, undoStopped }: ImportProgress) {
    if (undoStopped) return t("undo-stopped");
    if (state === "undone") return t("undone");
    if (state === "stopped") return lastLine > 0 ? t("stopped", { line: lastLine }) : t("stopped-at-once");
    return t("done", { created, updated });
  }

  function sentencesOf({ state, created, updated, unchanged, skipped, madeTeams }: ImportProgress) {
    const counted = (key: Parameters<typeof t>[0], count: number) => (count > 0 ? [t(key, { count })] : []);
    if (state === "undone" || state === "undoing")
      return [
        ...counted("deleted", undo.deleted),
        ...counted("restored", undo.restored),
        ...counted("disabled", undo.disabled),
        ...counted("changed-since", undo.changedSince),
        ...counted("not-possible", undo.notPossible),
      ];
    return [
      ...(state === "stopped" ? [t("until-then", { created, updated })] : []),
      ...counted("unchanged", unchanged),
      ...counted("skipped", skipped),
      ...counted("teams", madeTeams),
      ...counted("without-password", withoutPassword),
    ];
  }
}
