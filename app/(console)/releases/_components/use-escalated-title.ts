"use client";

import { useTranslations } from "use-intl";
import { useLater } from "./use-moments";
import type { Counted } from "./use-preview";

/** Over the figures of what a release becomes: from when on, where that is to come. */
export function useEscalatedTitle(becomes: Counted | null) {
  const t = useTranslations("release.preview");
  const later = useLater(becomes);
  return later === null ? t("is-mandatory") : t("is-mandatory-from", { at: later });
}
