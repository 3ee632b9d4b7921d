import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { InvalidField } from "@/client/rollcall";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { largeButton, largeField } from "./large";

type SignInFormProps = {
  pending: boolean;
  /** What the gateway did not accept. */
  invalid: readonly InvalidField[];
  onSubmit: (credentials: { username: string; password: string }) => void;
};

export function SignInForm({ pending, invalid, onSubmit }: SignInFormProps) {
  const t = useTranslations("agent.sign-in");
  const [missing, setMissing] = useState({ username: false, password: false });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    const username = String(form.get("username") ?? "").trim();
    const password = String(form.get("password") ?? "");
    setMissing({ username: !username, password: !password });
    if (username && password) onSubmit({ username, password });
  }

  const refused = (path: string) => invalid.find((field) => field.path === path)?.message;

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t("username")} error={missing.username ? t("username-missing") : refused("username")}>
        <Input
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className={largeField}
        />
      </Field>
      <Field label={t("password")} error={missing.password ? t("password-missing") : refused("password")}>
        <Input name="password" type="password" autoComplete="current-password" className={largeField} />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className={`${largeButton} mt-2`}>
        {t("submit")}
      </Button>
    </form>
  );
}
