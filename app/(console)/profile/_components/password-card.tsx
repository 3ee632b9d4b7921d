"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { NewPasswordField } from "@/app/_components/new-password-field";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { keepsRules } from "@/lib/auth/password-rules";
import type { ErrorCode } from "@/lib/errors";
import { changePassword } from "../actions";

type Wrong = {
  current?: "current-missing" | "current-wrong";
  password?: "missing" | "refused";
  other?: ErrorCode;
};

/** Changes the password of whoever is signed in. */
export function PasswordCard({ whose }: { whose: { username: string; name: string } }) {
  const t = useTranslations("profile.password");
  const problem = useTranslations("problem");
  const router = useRouter();
  const toast = useToast();
  const currentField = useRef<HTMLInputElement>(null);
  const newField = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const [round, setRound] = useState(0);
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    const current = String(form.get("current"));
    const password = String(form.get("password"));
    if (current === "") return tell({ current: "current-missing" });
    if (password === "") return tell({ password: "missing" });
    if (!keepsRules(password, whose)) return tell({ password: "refused" });
    startTransition(async () => {
      const result = await reached(changePassword({ current, password }));
      if (!result.ok) return tell(wrongOf(result.code));
      tell({});
      // Empty fields again.
      setRound(round + 1);
      toast({ title: t("done"), description: t("done-text", { signedOut: result.value.signedOut }) });
      router.refresh();
    });
  }

  function tell(next: Wrong) {
    setWrong(next);
    if (next.current) currentField.current?.focus();
    else if (next.password) newField.current?.focus();
  }

  return (
    <Card>
      <CardHeader title={t("title")} />
      <p className="mb-4 text-ink-2">{t("text")}</p>
      <form key={round} onSubmit={submit} method="post" noValidate className="flex flex-col gap-4">
        {wrong.other && <Alert live title={problem(wrong.other)} />}
        {/* For password managers: whose password this is. */}
        <input name="username" autoComplete="username" defaultValue={whose.username} readOnly hidden />
        <Field label={t("current")} error={wrong.current && t(wrong.current)} required>
          <Input ref={currentField} name="current" type="password" autoComplete="current-password" />
        </Field>
        <NewPasswordField whose={whose} error={wrong.password ?? null} inputRef={newField} />
        <Button type="submit" pending={pending} className="self-start">
          {t("submit")}
        </Button>
      </form>
    </Card>
  );
}

function wrongOf(code: ErrorCode): Wrong {
  if (code === "invalid-credentials") return { current: "current-wrong" };
  if (code === "weak-password") return { password: "refused" };
  return { other: code };
}
