"use client";

import { type FormEvent, useId, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import { endSession } from "../actions";

type Open = { sessionId: string; app: string; onInteraction: boolean };
type Props = { username: string; name: string; session: Open | null };

/** Ends the session that stood there when the dialog was opened, and no other. */
export function EndSession({ username, name, session }: Props) {
  const t = useTranslations("end-session");
  const problem = useTranslations("problem");
  const cancel = useTranslations("ui")("cancel");
  const toast = useToast();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(session);
  const field = useRef<HTMLTextAreaElement>(null);
  const [missing, setMissing] = useState(false);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason")).trim();
    setMissing(reason === "");
    if (reason === "") return field.current?.focus();
    if (pending || !asked) return;
    startTransition(async () => {
      // Where the console itself cannot be reached, the dialog and its reason stay.
      const result = await reached(endSession({ username, sessionId: asked.sessionId, reason }));
      if (!result.ok) return setFailed(result.code);
      close();
      toast({ title: t("done"), description: t("done-text", { name, app: asked.app }) });
      // The button that had the focus is gone with the session.
      document.getElementById("content")?.focus();
    });
  }

  function ask(about: Open) {
    setAsked(about);
    setOpen(true);
  }

  function close() {
    setOpen(false);
    setMissing(false);
    setFailed(null);
  }

  return (
    <>
      {session && (
        <Button variant="danger" onClick={() => ask(session)}>
          {t("button")}
        </Button>
      )}
      <Dialog
        alert
        open={open}
        onOpenChange={(next) => next || close()}
        title={t("title", { name })}
        description={asked && t("consequence", { name, app: asked.app })}
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
          {asked?.onInteraction && <Alert tone="warn" title={t("busy", { name })} />}
          <Field
            label={t("reason")}
            description={t("reason-hint", { name })}
            error={missing && t("reason-missing", { name })}
            required
          >
            <Textarea ref={field} name="reason" rows={3} maxLength={500} />
          </Field>
        </form>
      </Dialog>
    </>
  );
}
