"use client";

import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatBytes } from "@/components/ui/bytes";
import type { OpenedLog } from "@/lib/logs/row";
import { Moment } from "../../../_components/moment";

/** What was asked for and what has come of it, in a line. */
export function LogFacts({ log, now }: { log: OpenedLog; now: string }) {
  const t = useTranslations("logs");
  const locale = useLocale();
  const at = (moment: string) => <Moment at={moment} now={now} />;
  const size = (bytes: number) => formatBytes(bytes, locale);
  const facts: (readonly [key: string, label: string, value: ReactNode])[] = [
    ["level", t("column.level"), t(`ask.levels.${log.level}`)],
    [
      "size",
      t("view.size"),
      t("view.size-of", { lines: log.lines, size: size(log.bytes), most: size(log.maxBytes) }),
    ],
    ["until", t("column.until"), at(log.until)],
    ["by", t("column.asked-by"), log.askedBy ?? t(log.byProgram ? "by-program" : "by-unknown")],
    ["consent", t("ask.consent"), t(`view.was-${log.consent}`)],
    [
      "expires",
      t("column.expires"),
      log.kept ? t("view.never") : log.expiresAt ? at(log.expiresAt) : t("view.after-end"),
    ],
  ];
  return (
    <div className="text-xs">
      <dl className="flex flex-wrap gap-x-5 gap-y-0.5">
        {facts.map(([key, label, value]) => (
          <div key={key} className="flex gap-1.5">
            <dt className="text-ink-3">{label}</dt>
            <dd className="text-ink-2">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-3">
        {t("view.redacted")}
        {log.sessionId !== null && ` ${t("view.one-session")}`}
        {log.missing > 0 && ` ${t("view.missing", { count: log.missing })}`}
      </p>
      {log.failure !== null && <p className="text-warn">{t("view.failure", { told: log.failure })}</p>}
    </div>
  );
}
