"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";

/** Says that the view an address names is not there for the reader, until they choose another one. */
export function MissingView({ missing }: { missing: string | null }) {
  const t = useTranslations("views");
  const asked = useSearchParams().get("view");
  if (!missing || asked !== missing) return null;
  return (
    <Alert tone="notice" live title={t("missing")}>
      {t("missing-text")}
    </Alert>
  );
}
