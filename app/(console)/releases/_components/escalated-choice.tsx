"use client";

import { useTranslations } from "use-intl";
import { Segments } from "@/components/ui/segments";

type Props = {
  /** What it is before. */
  first: string;
  escalated: boolean;
  onChange: (escalated: boolean) => void;
};

/** Of a release that becomes mandatory by itself: what it does before, or from then on. */
export function EscalatedChoice({ first, escalated, onChange }: Props) {
  const t = useTranslations("release.preview");
  return (
    <Segments
      label={t("which")}
      value={escalated ? "escalated" : "first"}
      items={[
        { value: "first", label: first },
        { value: "escalated", label: t("once-mandatory") },
      ]}
      onChange={(value) => onChange(value === "escalated")}
    />
  );
}
