"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ErrorCode } from "@/lib/errors";
import { createToken } from "../actions";

const choices = [30, 90, 365];

/** Makes a token, and shows it this once. */
export function CreateToken() {
  const t = useTranslations("profile.tokens");
  const own = useTranslations("profile.password");
  const problem = useTranslations("problem");
  const ui = useTranslations("ui");
  const router = useRouter();
  const form = useId();
  const field = useRef<HTMLInputElement>(null);
  const currentField = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState(false);
  const [wrong, setWrong] = useState<"current-missing" | "current-wrong" | null>(null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const given = new FormData(event.currentTarget);
    const name = String(given.get("name")).trim();
    const current = String(given.get("current"));
    setMissing(name === "");
    setWrong(current === "" ? "current-missing" : null);
    setFailed(null);
    if (name === "") return field.current?.focus();
    if (current === "") return currentField.current?.focus();
    startTransition(async () => {
      const result = await reached(createToken({ name, days: Number(given.get("days")), current }));
      if (!result.ok) return refuse(result.code);
      setMade(result.value.token);
      router.refresh();
    });
  }

  function refuse(code: ErrorCode) {
    if (code !== "invalid-credentials") return setFailed(code);
    setWrong("current-wrong");
    currentField.current?.focus();
  }

  function close() {
    setOpen(false);
    setMissing(false);
    setWrong(null);
    setFailed(null);
    setMade(null);
  }

  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t("create")}
      </Button>
      <Dialog
        alert={made !== null}
        open={open}
        onOpenChange={(next) => next || close()}
        title={t(made ? "made" : "dialog")}
        description={t(made ? "made-text" : "text")}
        actions={
          made ? (
            <DialogClose render={<Button variant="primary">{t("close")}</Button>} />
          ) : (
            <>
              <DialogClose render={<Button>{ui("cancel")}</Button>} />
              <Button type="submit" form={form} variant="primary" pending={pending}>
                {t("verb")}
              </Button>
            </>
          )
        }
      >
        {made ? (
          <CopyField label={t("token")} value={made} copyLabel={ui("copy")} copiedLabel={ui("copied")} />
        ) : (
          <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
            {failed && <Alert live title={problem(failed)} />}
            <Field
              label={t("name")}
              description={t("name-hint")}
              error={missing && t("name-missing")}
              required
            >
              <Input ref={field} name="name" maxLength={64} autoComplete="off" />
            </Field>
            <Field label={t("days")}>
              <Select
                name="days"
                defaultValue="90"
                items={choices.map((days) => ({ value: String(days), label: t("days-count", { days }) }))}
              />
            </Field>
            <Field
              label={own("current")}
              description={t("current-hint")}
              error={wrong && own(wrong)}
              required
            >
              <Input ref={currentField} name="current" type="password" autoComplete="current-password" />
            </Field>
          </form>
        )}
      </Dialog>
    </>
  );
}
