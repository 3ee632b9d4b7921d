"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

type Props = { reason: string; onChange: (reason: string) => void };

/** Why a step is taken, for the audit. */
export function ReasonField({ reason, onChange }: Props) {
  const t = useTranslations("release.step");
  return (
    <Field label={t("reason")} hint={t("reason-hint")}>
      <Textarea rows={2} value={reason} maxLength={500} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
