"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { getCsrfToken, signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useAlive } from "@/components/ui/use-alive";
import { startOwnPassword } from "../actions";

type Failure =
  | "invalid-credentials"
  | "too-many-attempts"
  | "account-disabled"
  | "password-change-required"
  | "not-allowed"
  | "unavailable"
  | "unreachable";

const failures: Record<string, Failure> = {
  "invalid-credentials": "invalid-credentials",
  CredentialsSignin: "invalid-credentials",
  "too-many-attempts": "too-many-attempts",
  "account-disabled": "account-disabled",
  "password-change-required": "password-change-required",
  "not-allowed": "not-allowed",
  unavailable: "unavailable",
};

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations();
  const router = useRouter();
  const alive = useAlive();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [missing, setMissing] = useState<"username" | "password" | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    const empty = (["username", "password"] as const).find((name) => form.get(name) === "") ?? null;
    setMissing(empty);
    if (empty) return event.currentTarget.querySelector<HTMLInputElement>(`[name=${empty}]`)?.focus();
    setPending(true);
    setFailure(null);
    const given = { username: String(form.get("username")).trim(), password: String(form.get("password")) };
    const error = await attempt(given);
    if (error === "password-change-required" && (await leaveForOwnPassword(given))) return;
    if (error === null) {
      router.replace(next as Route);
      router.refresh();
      return;
    }
    setPending(false);
    setFailure(error);
  }

  return (
    <form onSubmit={submit} method="post" noValidate className="flex flex-col gap-4">
      {failure && <Alert live title={wordsFor(failure, t)} />}
      <Field
        label={t("sign-in.username")}
        error={missing === "username" && t("sign-in.username-missing")}
        required
      >
        <Input name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
      </Field>
      <Field
        label={t("sign-in.password")}
        error={missing === "password" && t("sign-in.password-missing")}
        required
      >
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" pending={pending} disabled={!alive} className="mt-1 h-9">
        {t("sign-in.submit")}
      </Button>
    </form>
  );
}

/** Null when signed in. */
async function attempt(given: { username: string; password: string }): Promise<Failure | null> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  try {
    // Asked first: next-auth would leave for a page of its own where nobody answers.
    if (!(await getCsrfToken())) return "unreachable";
    const result = await signIn("credentials", { redirect: false, ...given, timeZone });
    if (result?.ok && !result.error) return null;
    return failures[result?.error ?? ""] ?? "unreachable";
  } catch {
    return "unreachable";
  }
}

/** To the page where a password of one's own is set; false where the way there could not be had. */
async function leaveForOwnPassword(given: { username: string; password: string }) {
  const result = await startOwnPassword(given).catch(() => null);
  if (!result?.ok) return false;
  const { pathname, hash } = new URL(result.value.url);
  window.location.assign(`${pathname}${hash}`);
  return true;
}

function wordsFor(failure: Failure, t: ReturnType<typeof useTranslations<never>>) {
  if (failure === "unreachable") return t("sign-in.unreachable");
  if (failure === "not-allowed") return t("sign-in.not-allowed");
  return t(`problem.${failure}`);
}
