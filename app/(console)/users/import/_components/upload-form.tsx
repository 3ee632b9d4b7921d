"use client";

import clsx from "clsx";
import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ErrorCode } from "@/lib/errors";
import { readProblem } from "./read-problem";

const Uploaded = z.object({ id: z.uuid() });

/** Chosen or dropped, a file leads to its preview. */
export function UploadForm() {
  const t = useTranslations("import");
  const problem = useTranslations("problem");
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();

  function send(file: File | undefined) {
    if (!file || pending) return;
    setFailed(null);
    startTransition(async () => {
      const address = `/api/imports?name=${encodeURIComponent(file.name)}`;
      const answer = await fetch(address, { method: "POST", body: file }).catch(() => null);
      if (!answer?.ok) return setFailed(await readProblem(answer));
      router.push(`/users/import/${Uploaded.parse(await answer.json()).id}`);
    });
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  }

  return (
    <>
      {failed && <Alert live title={problem(failed)} />}
      <Card
        aria-label={t("choose-label")}
        className={clsx(
          "border-dashed py-10 transition-colors",
          over ? "border-accent bg-accent-soft" : "border-line-strong",
        )}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div className="mx-auto flex max-w-lg flex-col items-center text-center">
          <span
            aria-hidden
            className="mb-3 grid size-10 place-items-center rounded-lg border border-line bg-sunken text-ink-3"
          >
            <FileUp className="size-4.5" />
          </span>
          <p className="font-semibold text-md">{t("drop")}</p>
          <p className="mt-1 text-balance text-ink-2">{t("drop-text")}</p>
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,.tsv,text/csv"
            hidden
            onChange={(event) => {
              send(event.target.files?.[0]);
              // The same file, corrected, may be chosen again.
              event.target.value = "";
            }}
          />
          <div className="mt-4 flex flex-wrap justify-center gap-2">
            <Button variant="primary" pending={pending} onClick={() => input.current?.click()}>
              {t("choose")}
            </Button>
            <a
              href="/api/imports/template"
              download
              className="self-center px-2 text-ink-2 underline hover:text-ink"
            >
              {t("template")}
            </a>
          </div>
        </div>
      </Card>
    </>
  );
}
