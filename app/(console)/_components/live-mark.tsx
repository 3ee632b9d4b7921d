"use client";

import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { LiveDot } from "@/components/ui/live-dot";
import { formatTime } from "@/components/ui/moment";
import { useLiveStatus } from "./live";

/** Whether what the page shows is what is true now. */
export function LiveMark() {
  const t = useTranslations("live");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const status = useLiveStatus();
  if (status.kind === "none") return null;
  const label =
    status.kind === "stale"
      ? t("stale", { time: formatTime(new Date(status.since).toISOString(), { locale, timeZone }, true) })
      : t(status.kind);
  return <LiveDot status={status.kind} label={label} />;
}
