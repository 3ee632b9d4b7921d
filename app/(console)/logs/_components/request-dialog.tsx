"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, startTransition, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import type { LogRow } from "@/lib/logs/row";
import type { LogConsent } from "@/prisma/generated/enums";
import { askForLogs, openLogRequest } from "../actions";
import { type Faulty, newDraft, readDraft, type Whose } from "./draft";
import { OpenAlready } from "./open-already";
import { RequestFields } from "./request-fields";

type Props = { whose: Whose | null; allowed: LogConsent | "either"; onClose: () => void };

/** What is asked for, for how long and why; what the agent will see. */
export function RequestDialog({ whose, allowed, onClose }: Props) {
  const t = useTranslations("logs.ask");
  const problem = useTranslations("problem");
  const ui = useTranslations("ui");
  const toast = useToast();
  const router = useRouter();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => newDraft(whose, allowed));
  const [faults, setFaults] = useState<readonly Faulty[]>([]);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [already, setAlready] = useState<LogRow | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const read = readDraft(draft);
    setFailed(null);
    setAlready(null);
    setFaults(read.faults ?? []);
    if (!read.entered) return focusFirst(read.faults);
    setPending(true);
    const result = await reached(askForLogs(read.entered));
    if (!result.ok && result.code === "log-request-open") {
      const open = await reached(openLogRequest({ username: read.entered.username }));
      if (open.ok) setAlready(open.value);
    }
    setPending(false);
    if (!result.ok) return setFailed(result.code);
    startTransition(() => router.refresh());
    const { id: asked } = result.value;
    toast({
      title: t("done", { name: draft.whose?.name ?? "" }),
      description: t(`done-${draft.consent}`),
      action: { label: t("open"), onPress: () => router.push(`/logs/${asked}`) },
    });
    onClose();
  }

  function focusFirst(wrong: readonly Faulty[]) {
    form.current?.querySelector<HTMLElement>(`[data-field="${wrong[0]}"] :is(input, textarea)`)?.focus();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={whose ? t("title-of", { name: whose.name }) : t("title")}
      description={t("text")}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" form={id} variant="primary" pending={pending}>
            {t("verb")}
          </Button>
        </>
      }
    >
      <form id={id} ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {already ? (
          <OpenAlready row={already} title={problem("log-request-open")} onFollow={onClose} />
        ) : (
          failed && <Alert live title={problem(failed)} />
        )}
        <RequestFields
          draft={draft}
          faults={faults}
          allowed={allowed}
          picks={whose === null}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        />
      </form>
    </Dialog>
  );
}
