"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { HistoryRow } from "./history-row";

/** Why a session ended, and by whom or what: "Taken over by Agent Desktop v5.24.99, Chrome 126". */
export function useEndedWords() {
  const t = useTranslations("login-info");
  return useCallback(
    ({ cause, endedBy, replacedBy }: HistoryRow) =>
      cause &&
      t(`cause.${cause}`, {
        by: endedBy ?? t("cause.somebody"),
        app: replacedBy?.place ?? t("cause.another-app"),
      }),
    [t],
  );
}
