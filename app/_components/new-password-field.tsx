"use client";

import clsx from "clsx";
import { Check, Circle } from "lucide-react";
import { type Ref, useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import { passwordRules } from "@/lib/auth/password-rules";

type Props = {
  whose: { username: string; name: string };
  /** What is wrong with what was sent, said after an attempt. */
  error?: "missing" | "refused" | null;
  inputRef?: Ref<HTMLInputElement>;
};

const rules = ["length", "not-name", "not-one-character"] as const;

/** A new password by the name `password`, with its rules and which of them it keeps already. */
export function NewPasswordField({ whose, error, inputRef }: Props) {
  const t = useTranslations("new-password");
  const [typed, setTyped] = useState("");
  const kept = passwordRules(typed, whose);
  return (
    <div className="flex flex-col gap-2">
      <Field label={t("label")} error={error && t(error)} required>
        <PasswordInput
          ref={inputRef}
          name="password"
          autoComplete="new-password"
          showLabel={t("show")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <ul aria-label={t("rules")} className="flex flex-col gap-1 text-ink-2 text-xs">
        {rules.map((rule) => {
          const done = typed !== "" && kept[rule];
          const Icon = done ? Check : Circle;
          return (
            <li key={rule} className={clsx("flex items-center gap-1.5", done && "text-ink")}>
              <Icon aria-hidden className={clsx("size-3 shrink-0", done ? "text-ready" : "text-ink-3")} />
              {t(`rule.${rule}`)} <span className="sr-only">({t(done ? "kept" : "open")})</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
