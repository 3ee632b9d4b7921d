"use client";

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** What a page shows instead of itself when it could not be made. */
export function Failed({ error, retry }: { error: Error; retry: () => void }) {
  const t = useTranslations();
  // The console was upgraded under the open tab: its old parts are gone, a reload brings the new ones.
  const outdated = error.name === "ChunkLoadError";

  useEffect(() => {
    if (outdated) window.location.reload();
  }, [outdated]);

  return (
    <>
      <h1 className="sr-only">{t("failed.title")}</h1>
      <Alert live title={t("failed.title")} action={<Button onClick={retry}>{t("ui.try-again")}</Button>}>
        {t("failed.text")}
      </Alert>
    </>
  );
}
