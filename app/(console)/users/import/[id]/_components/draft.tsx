"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { PageHeader } from "@/components/shell/page-header";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ErrorCode } from "@/lib/errors";
import type { Mapping } from "@/lib/imports/fields";
import type { ImportPreview } from "@/lib/imports/preview";
import type { Show } from "@/lib/imports/schema";
import { discardImport, mapImport, startImport } from "../../actions";
import { LinesCard } from "./lines-card";
import { MappingCard } from "./mapping-card";
import { OutcomeCard } from "./outcome-card";
import { type Lines, useLines } from "./use-lines";

/** A file before it is imported: what its columns are, what would come of it, and what is wrong. */
export function Draft({ preview, lines: first }: { preview: ImportPreview; lines: Lines }) {
  const t = useTranslations("import");
  const problem = useTranslations("problem");
  const router = useRouter();
  const { id, outcome } = preview;
  const [mapping, setMapping] = useState<Mapping>(preview.mapping);
  const [createTeams, setCreateTeams] = useState(preview.createTeams);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [checking, startChecking] = useTransition();
  const [starting, startStarting] = useTransition();
  const lines = useLines(preview, first);

  function change(next: { mapping: Mapping; createTeams: boolean }) {
    setMapping(next.mapping);
    setCreateTeams(next.createTeams);
    setFailed(null);
    startChecking(async () => {
      const told = await reached(mapImport({ id, ...next, mapping: [...next.mapping] }));
      if (!told.ok) setFailed(told.code);
      router.refresh();
    });
  }

  function start() {
    setFailed(null);
    startStarting(async () => {
      const begun = await reached(startImport({ id, skipBad: bad > 0 }));
      if (!begun.ok) setFailed(begun.code);
      router.refresh();
    });
  }

  function discard() {
    startStarting(async () => {
      await reached(discardImport({ id }));
      router.push("/users/import");
    });
  }

  function show(next: Show) {
    lines.onShow(next);
    document.getElementById("lines")?.scrollIntoView();
  }

  const { created, updated, bad } = outcome ?? { created: 0, updated: 0, bad: 0 };
  const parts = [
    ...(created > 0 ? [t("part.make", { count: created })] : []),
    ...(updated > 0 ? [t("part.change", { count: updated })] : []),
  ];
  const nothing = parts.length === 0;
  if (bad > 0) parts.push(t("part.skip", { count: bad }));

  return (
    <>
      <PageHeader
        title={preview.fileName}
        subtitle={t("draft-subtitle", { count: preview.lines })}
        actions={
          <>
            <Button onClick={discard}>{t("discard")}</Button>
            <Button variant="primary" disabled={nothing || checking} pending={starting} onClick={start}>
              {nothing ? t("start-nothing") : t("start", { parts: parts.join(", ") })}
            </Button>
          </>
        }
      />
      {failed && <Alert live title={problem(failed)} />}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <MappingCard
          preview={preview}
          mapping={mapping}
          onChange={(next) => change({ mapping: next, createTeams })}
        />
        <OutcomeCard
          preview={preview}
          checking={checking}
          createTeams={createTeams}
          onCreateTeams={(next) => change({ mapping, createTeams: next })}
          onShow={show}
        />
      </div>
      <LinesCard preview={preview} lines={lines} />
    </>
  );
}
