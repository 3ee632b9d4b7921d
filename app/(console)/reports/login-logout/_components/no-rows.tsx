"use client";

import { CircleAlert, SearchX } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Refusal } from "./read-report";

/** A report without rows: nobody was signed in, or the filters are too narrow. */
export function NoRows({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const t = useTranslations("reports.empty");
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t(narrowed ? "narrow" : "none")}
      action={narrowed && <Button onClick={onClear}>{t("clear")}</Button>}
    >
      {t(narrowed ? "narrow-text" : "none-text")}
    </EmptyState>
  );
}

/** A report that is still on its way may have rows or none. */
export function RowsComing() {
  const t = useTranslations("reports.as-of");
  return (
    <p role="status" className="px-4 py-20 text-center text-ink-2">
      {t("working")}
    </p>
  );
}

type NoReportProps = { refused: Refusal; onAgain?: () => void };

/** Why there is no report, with what is wrong in its address where that is why. */
export function NoReport({ refused: { code, faults }, onAgain = () => location.reload() }: NoReportProps) {
  const t = useTranslations("reports.failed");
  const problem = useTranslations("problem");
  const path = usePathname();
  const wrong = code === "invalid-request";
  return (
    <div role="alert">
      <EmptyState
        icon={<CircleAlert aria-hidden />}
        title={wrong ? t("address") : problem(code)}
        action={
          wrong ? (
            <ButtonLink href={path}>{t("stock")}</ButtonLink>
          ) : (
            <Button onClick={onAgain}>{t("again")}</Button>
          )
        }
      >
        {faults.length > 0 && (
          <ul className="text-left">
            {faults.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <code className="font-mono text-ink">{path}</code> {message}
              </li>
            ))}
          </ul>
        )}
        {code === "report-too-long" && t("too-long")}
      </EmptyState>
    </div>
  );
}
