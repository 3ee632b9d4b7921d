"use client";

import { useTranslations } from "use-intl";
import { Tooltip } from "@/components/ui/tooltip";

/** A device by its market name; what its app sent instead, on hover. */
export function DeviceName({ name, code }: { name: string | null; code: string | null }) {
  const t = useTranslations("device-name");
  if (code === null) return name;
  return (
    <Tooltip content={t("sent", { code })}>
      <span>{name}</span>
    </Tooltip>
  );
}
