"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Tooltip } from "@/components/ui/tooltip";

/** Beside a version that no parser knows: shown as it was sent, and never taken for up to date. */
export function UnknownVersion() {
  const t = useTranslations("unknown-version");
  return (
    <Tooltip content={t("hint")}>
      <span>
        <Badge tone="warn">{t("mark")}</Badge>
      </span>
    </Tooltip>
  );
}
