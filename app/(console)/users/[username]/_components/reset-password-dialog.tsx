"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { NewPasswordField } from "@/app/_components/new-password-field";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { keepsRules } from "@/lib/auth/password-rules";
import type { ErrorCode } from "@/lib/errors";
import { resetPassword } from "../actions";
import { type Link, LinkMade } from "./link-made";

type Props = { username: string; name: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Voids a password; shows the link by which its owner sets another one, this once. */
export function ResetPasswordDialog({ username, name, open, onOpenChange }: Props) {
  const t = useTranslations("reset-password");
  const problem = useTranslations("problem");
  const ui = useTranslations("ui");
  const router = useRouter();
  const toast = useToast();
  const form = useId();
  const field = useRef<HTMLInputElement>(null);
  const [by, setBy] = useState<"link" | "password">("link");
  const [made, setMade] = useState<Link | null>(null);
  const [wrong, setWrong] = useState<"missing" | "refused" | null>(null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const password =
      by === "password" ? String(new FormData(event.currentTarget).get("password")) : undefined;
    const next = password === undefined || keepsRules(password, { username, name }) ? null : "refused";
    setWrong(password === "" ? "missing" : next);
    if (next) return field.current?.focus();
    startTransition(async () => {
      const result = await reached(resetPassword({ username, ...(password !== undefined && { password }) }));
      if (!result.ok) return setFailed(result.code);
      router.refresh();
      if (result.value) return setMade(result.value);
      close();
      toast({ title: t("done"), description: t("done-text", { name }) });
    });
  }

  function close() {
    onOpenChange(false);
    setMade(null);
    setWrong(null);
    setFailed(null);
  }

  if (made) return <LinkMade name={name} link={made} open={open} onClose={close} />;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || close()}
      title={t("title", { name })}
      description={t("consequence", { name })}
      actions={
        <>
          <DialogClose render={<Button>{ui("cancel")}</Button>} />
          <Button type="submit" form={form} variant="dangerSolid" pending={pending}>
            {t("verb")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {failed && <Alert live title={problem(failed)} />}
        <RadioGroup
          label={t("instead")}
          name="by"
          value={by}
          onChange={setBy}
          options={[
            { value: "link", label: t("link"), description: t("link-text", { name }) },
            { value: "password", label: t("password"), description: t("password-text", { name }) },
          ]}
        />
        {by === "password" && <NewPasswordField whose={{ username, name }} error={wrong} inputRef={field} />}
      </form>
    </Dialog>
  );
}
