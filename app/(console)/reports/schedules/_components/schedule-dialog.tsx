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
import type { ListedSchedule } from "@/lib/schedules/queries";
import { changeSchedule, createSchedule } from "../actions";
import { type Draft, draftOf, type Faulty, newDraft, type Reader, readDraft, stock } from "./draft";
import { ScheduleFields } from "./schedule-fields";

export type Choices = { layouts: readonly { value: string; label: string }[]; zones: readonly string[] };

type DialogProps = {
  /** Null for a new one. */
  schedule: ListedSchedule | null;
  /** Of which a new one is, if there is such a layout. */
  layout: string | null;
  choices: Choices;
  reader: Reader;
  now: Date;
  onClose: () => void;
};

/** Makes a schedule, or changes one. */
export function ScheduleDialog({ schedule, layout, choices, reader, now, onClose }: DialogProps) {
  const t = useTranslations("schedules");
  const problem = useTranslations("problem");
  const ui = useTranslations("ui");
  const toast = useToast();
  const router = useRouter();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const layoutNamed = choices.layouts.find(({ value }) => value === layout)?.value ?? stock;
  const [draft, setDraft] = useState(() => (schedule ? draftOf(schedule) : newDraft(reader, layoutNamed)));
  const [faults, setFaults] = useState<readonly Faulty[]>([]);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, setPending] = useState(false);
  const stopped = schedule?.halted && schedule.halted.why !== "paused";

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const read = readDraft(draft);
    setFailed(null);
    setFaults(read.faults ?? []);
    if (!read.entered) return focusFirst(read.faults);
    setPending(true);
    const result = await reached(save(read.entered));
    setPending(false);
    if (!result.ok) return setFailed(result.code);
    startTransition(() => router.refresh());
    toast({ title: t(schedule ? "changed" : "added", { name: read.entered.name }) });
    onClose();
  }

  const save = (entered: Parameters<typeof createSchedule>[0]) =>
    schedule
      ? changeSchedule({
          id: schedule.id,
          revision: schedule.revision,
          ...entered,
          ...(stopped && { paused: false }),
        })
      : createSchedule({ ...entered, weekStart: reader.weekStart });

  function focusFirst(wrong: readonly Faulty[]) {
    form.current
      ?.querySelector<HTMLElement>(`[data-field="${wrong[0]}"] :is(input, textarea, button)`)
      ?.focus();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="lg"
      title={schedule ? t("edit-title", { name: schedule.name }) : t("new-title")}
      description={t(stopped ? "edit-stopped" : "form-text")}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" form={id} variant="primary" pending={pending}>
            {t(schedule ? (stopped ? "save-resume" : "save") : "create")}
          </Button>
        </>
      }
    >
      <form id={id} ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {failed && <Alert live title={problem(failed)} />}
        <ScheduleFields
          draft={draft}
          faults={faults}
          choices={choices}
          now={now}
          onChange={(part: Partial<Draft>) => setDraft({ ...draft, ...part })}
        />
      </form>
    </Dialog>
  );
}
