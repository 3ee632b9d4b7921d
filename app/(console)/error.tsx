"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

export default function FailedPage({ retry }: { retry: () => void }) {
  const t = useTranslations();
  return (
    <>
      <h1 className="sr-only">{t("failed.title")}</h1>
      <Alert live title={t("failed.title")} action={<Button onClick={retry}>{t("ui.try-again")}</Button>}>
        {t("failed.text")}
      </Alert>
    </>
  );
}
