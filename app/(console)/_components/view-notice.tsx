"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import type { Views } from "@/app/_edges/views";
import { Alert } from "@/components/ui/alert";

/**
 * Says of the view that an address names that it is not there for the reader, or that parts of it are no more, until they
 * choose another one.
 */
export function ViewNotice({ views: { layouts, missing } }: { views: Pick<Views, "layouts" | "missing"> }) {
  const t = useTranslations("views");
  const asked = useSearchParams().get("view");
  if (asked === null) return null;
  if (asked === missing)
    return (
      <Alert tone="notice" live title={t("missing")}>
        {t("missing-text")}
      </Alert>
    );
  const gone = layouts.find(({ id }) => id === asked)?.gone ?? [];
  if (gone.length === 0) return null;
  return (
    <Alert tone="notice" live title={t("gone", { names: gone.join(", ") })}>
      {t("gone-text")}
    </Alert>
  );
}
