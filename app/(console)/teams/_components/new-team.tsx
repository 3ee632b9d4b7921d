"use client";

import { Plus } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import { createTeam } from "../actions";

/** Makes a team by its name, and goes on to its page. */
export function NewTeam() {
  const t = useTranslations("new-team");
  const problem = useTranslations("problem");
  const cancel = useTranslations("ui")("cancel");
  const router = useRouter();
  const toast = useToast();
  const form = useId();
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState(false);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();
  const taken = failed === "team-name-taken";

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name")).trim();
    setMissing(name === "");
    setFailed(null);
    if (name === "") return field.current?.focus();
    if (pending) return;
    startTransition(async () => {
      const result = await reached(createTeam({ name }));
      if (result.ok) {
        toast({ title: t("done", { name }) });
        router.push(`/teams/${result.value.id}` as Route);
        return;
      }
      setFailed(result.code);
      field.current?.focus();
    });
  }

  function change(next: boolean) {
    setOpen(next);
    setMissing(false);
    setFailed(null);
  }

  return (
    <Dialog
      trigger={
        <Button variant="primary">
          <Plus aria-hidden className="size-3.5" />
          {t("button")}
        </Button>
      }
      open={open}
      onOpenChange={change}
      size="sm"
      title={t("title")}
      description={t("text")}
      actions={
        <>
          <DialogClose render={<Button>{cancel}</Button>} />
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {t("verb")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        {failed && !taken && <Alert live title={problem(failed)} />}
        <Field
          label={t("name")}
          description={t("name-hint")}
          error={(missing && t("name-missing")) || (taken && problem("team-name-taken"))}
          required
        >
          <Input ref={field} name="name" maxLength={128} autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  );
}
