"use client";

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

const retryMs = 10_000;
const reloaded = "rollcall.reloaded";

/** What a page shows instead of itself when it could not be made; it tries again by itself. */
export function Failed({ error, retry }: { error: Error; retry: () => void }) {
  const t = useTranslations();

  useEffect(() => {
    if (error.name === "ChunkLoadError" && firstTime()) window.location.reload();
    const timer = setInterval(() => {
      if (!document.hidden) retry();
    }, retryMs);
    return () => clearInterval(timer);
  }, [error, retry]);

  return (
    <>
      <title>{t("failed.title")}</title>
      <h1 className="sr-only">{t("failed.title")}</h1>
      <Alert live title={t("failed.title")} action={<Button onClick={retry}>{t("ui.try-again")}</Button>}>
        {t("failed.text")}
      </Alert>
    </>
  );
}

/** The console was upgraded under the open tab: a reload brings the new parts. Once a minute, not for ever. */
function firstTime() {
  const now = Date.now();
  const last = Number(sessionStorage.getItem(reloaded) ?? 0);
  sessionStorage.setItem(reloaded, String(now));
  return now - last > 60_000;
}
