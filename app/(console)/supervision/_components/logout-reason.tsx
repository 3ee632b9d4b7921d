"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

type Props = { missing: boolean; value: string; onChange: (reason: string) => void };

/** Why agents are signed out, in the words that they will read. */
export function LogoutReason({ missing, value, onChange }: Props) {
  const t = useTranslations("force");
  return (
    <Field
      label={t("reason")}
      description={t("reason-hint-logout")}
      error={missing && t("reason-missing-logout")}
      required
    >
      <Textarea
        rows={3}
        maxLength={500}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
