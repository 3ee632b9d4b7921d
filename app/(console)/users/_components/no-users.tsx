"use client";

import { Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** A centre that has nobody yet, and the first step. */
export function NoUsers({ mayImport }: { mayImport: boolean }) {
  const t = useTranslations("users");
  return (
    <EmptyState
      icon={<Users />}
      title={t("empty")}
      action={
        mayImport && (
          <>
            <ButtonLink variant="primary" href="/users/new">
              {t("new")}
            </ButtonLink>
            <ButtonLink href="/users/import">{t("import")}</ButtonLink>
          </>
        )
      }
    >
      {t("empty-text")}
    </EmptyState>
  );
}
