"use client";

import { type FormEvent, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { NewPasswordField } from "@/app/_components/new-password-field";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { keepsRules } from "@/lib/auth/password-rules";
import type { ErrorCode } from "@/lib/errors";
import { setPassword } from "../actions";

type Props = {
  token: string;
  whose: { username: string; name: string; asked: "by-sign-in" | "by-hand" };
  onDone: (roles: readonly string[]) => void;
  /** The link itself is good for nothing any more. */
  onFailed: (code: ErrorCode) => void;
};

export function PasswordForm({ token, whose, onDone, onFailed }: Props) {
  const t = useTranslations("set-password");
  const field = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<"missing" | "refused" | null>(null);
  const [unreachable, setUnreachable] = useState(false);
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const password = String(new FormData(event.currentTarget).get("password"));
    const wrong = password === "" ? "missing" : keepsRules(password, whose) ? null : "refused";
    setError(wrong);
    setUnreachable(false);
    if (wrong) return field.current?.focus();
    startTransition(async () => {
      const result = await reached(setPassword({ token, password }));
      if (result.ok) onDone(result.value.roles);
      else if (result.code === "weak-password") setError("refused");
      else if (result.code === "unavailable" || result.code === "internal") setUnreachable(true);
      else onFailed(result.code);
    });
  }

  return (
    <form onSubmit={submit} method="post" noValidate className="flex flex-col gap-4">
      {whose.asked === "by-sign-in" && <Alert tone="notice" title={t("asked")} />}
      <p className="text-ink-2">
        {t.rich("for", {
          ...whose,
          b: (words) => <b className="font-medium text-ink [overflow-wrap:anywhere]">{words}</b>,
        })}
      </p>
      {unreachable && (
        <Alert live title={t("failed.unavailable")}>
          {t("failed.unavailable-text")}
        </Alert>
      )}
      {/* For password managers: whose password this is. */}
      <input name="username" autoComplete="username" defaultValue={whose.username} readOnly hidden />
      <NewPasswordField whose={whose} error={error} inputRef={field} />
      <Button type="submit" variant="primary" pending={pending} className="h-9">
        {t("submit")}
      </Button>
    </form>
  );
}
