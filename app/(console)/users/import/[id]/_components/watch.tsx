"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { PageHeader } from "@/components/shell/page-header";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import type { ErrorCode } from "@/lib/errors";
import type { UndoException } from "@/lib/imports/queries";
import type { ImportProgress } from "@/lib/imports/schema";
import { Exceptions } from "./exceptions";
import { LateCard } from "./late-card";
import { ResultCard } from "./result-card";
import { RunningCard } from "./running-card";
import { useProgress } from "./use-progress";

type Props = { initial: ImportProgress; exceptions: UndoException[] };

/** An import that was begun: how far it is, what came of it, and how it is taken back. */
export function Watch({ initial, exceptions }: Props) {
  const t = useTranslations("import");
  const problem = useTranslations("problem");
  const router = useRouter();
  const progress = useProgress(initial);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();
  const { state, undoStopped } = progress;

  function act(command: (which: { id: string }) => Promise<{ ok: true } | { ok: false; code: ErrorCode }>) {
    setFailed(null);
    startTransition(async () => {
      const outcome = await reached(command({ id: progress.id }));
      if (!outcome.ok) setFailed(outcome.code);
      router.refresh();
    });
  }

  const working = state === "running" || (state === "undoing" && !undoStopped);
  return (
    <>
      <PageHeader
        title={progress.fileName}
        subtitle={t("by", { name: progress.by ?? t("by-program") })}
        status={<Badge tone={state === "done" ? "ready" : "neutral"}>{t(`state.${state}`)}</Badge>}
      />
      {failed && <Alert live title={problem(failed)} />}
      {working ? (
        <RunningCard progress={progress} pending={pending} onAct={act} />
      ) : (
        <ResultCard progress={progress} pending={pending} onAct={act} />
      )}
      {progress.lateProblems.length > 0 && <LateCard problems={progress.lateProblems} />}
      {exceptions.length > 0 && <Exceptions people={exceptions} />}
    </>
  );
}
