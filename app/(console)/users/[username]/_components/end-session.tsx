"use client";

import { type FormEvent, useId, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import { endSession } from "../actions";

type Props = { username: string; name: string; app: string; onInteraction: boolean };

export function EndSession({ username, name, app, onInteraction }: Props) {
  const t = useTranslations("end-session");
  const problem = useTranslations("problem");
  const cancel = useTranslations("ui")("cancel");
  const toast = useToast();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState(false);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason")).trim();
    setMissing(reason === "");
    if (reason === "" || pending) return;
    startTransition(async () => {
      const result = await endSession({ username, reason });
      if (!result.ok) return setFailed(result.code);
      setOpen(false);
      toast({ title: t("done"), description: t("done-text", { name, app }) });
    });
  }

  function change(next: boolean) {
    setOpen(next);
    setMissing(false);
    setFailed(null);
  }

  return (
    <Dialog
      alert
      open={open}
      onOpenChange={change}
      trigger={<Button variant="danger">{t("button")}</Button>}
      title={t("title", { name })}
      description={t("consequence", { name, app })}
      actions={
        <>
          <DialogClose render={<Button>{cancel}</Button>} />
          <Button type="submit" form={form} variant="dangerSolid" pending={pending}>
            {t("verb")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        {failed && <Alert live title={problem(failed)} />}
        {onInteraction && <Alert tone="warn" title={t("busy", { name })} />}
        <Field
          label={t("reason")}
          description={t("reason-hint", { name })}
          error={missing && t("reason-missing", { name })}
          required
        >
          <Textarea name="reason" rows={3} maxLength={500} />
        </Field>
      </form>
    </Dialog>
  );
}
