"use client";

import { type FormEvent, type ReactElement, type ReactNode, useId, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import type { ActionResult } from "@/app/_edges/action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import { ReasonField } from "./reason-field";

type Props = {
  trigger: ReactElement;
  title: string;
  /** What it means for people. */
  text: string;
  verb: string;
  done: string;
  danger?: boolean;
  /** `lg` for what asks much. */
  size?: "md" | "lg";
  /** What is asked besides has been answered. */
  ready?: boolean;
  /** What is asked besides the reason. */
  children?: ReactNode;
  /** What was answered the last time is asked again. */
  onOpen?: () => void;
  run: (reason: string | undefined) => Promise<ActionResult<unknown>>;
};

/** One step of a release's course: its consequence, a reason for the audit, and the verb. */
export function StepDialog({
  trigger,
  title,
  text,
  verb,
  done,
  danger = false,
  size = "md",
  ready = true,
  children,
  onOpen,
  run,
}: Props) {
  const problem = useTranslations("problem");
  const cancel = useTranslations("ui")("cancel");
  const toast = useToast();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending || !ready) return;
    startTransition(async () => {
      const result = await reached(run(reason.trim() || undefined));
      if (!result.ok) return setFailed(result.code);
      toast({ title: done });
      setOpen(false);
    });
  }

  function change(next: boolean) {
    setOpen(next);
    setFailed(null);
    setReason("");
    if (next) onOpen?.();
  }

  return (
    <Dialog
      alert
      size={size}
      trigger={trigger}
      open={open}
      onOpenChange={change}
      title={title}
      description={text}
      actions={
        <>
          <DialogClose render={<Button>{cancel}</Button>} />
          <Button
            type="submit"
            form={form}
            variant={danger ? "dangerSolid" : "primary"}
            pending={pending}
            disabled={!ready}
          >
            {verb}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {failed && <Alert live title={problem(failed)} />}
        {children}
        <ReasonField reason={reason} onChange={setReason} />
      </form>
    </Dialog>
  );
}
