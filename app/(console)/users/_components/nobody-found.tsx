"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Somebody looked for something: an empty list is no empty centre. `all` is the list without search and filters. */
export function NobodyFound({ all }: { all: string }) {
  const t = useTranslations("users");
  return (
    <EmptyState
      icon={<SearchX />}
      title={t("no-match")}
      action={<ButtonLink href={all}>{t("clear")}</ButtonLink>}
    >
      {t("no-match-text")}
    </EmptyState>
  );
}
