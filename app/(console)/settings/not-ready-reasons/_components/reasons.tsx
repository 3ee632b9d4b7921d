"use client";

import { ListOrdered } from "lucide-react";
import { useTranslations } from "use-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Reason } from "@/lib/reasons/queries";
import { ArchivedReasons } from "./archived-reasons";
import { ReasonDialog } from "./reason-dialog";
import { ReasonOrder } from "./reason-order";
import { useReasonChange } from "./use-reason-change";

export function Reasons({
  reasons,
  teams,
  editable,
}: {
  reasons: Reason[];
  teams: string[];
  editable: boolean;
}) {
  const t = useTranslations("reasons");
  const change = useReasonChange();
  const offered = reasons.filter(({ archived }) => !archived);
  const archived = reasons.filter(({ archived }) => archived);

  return (
    <div className="flex max-w-[52rem] flex-col gap-7">
      <section aria-labelledby="reasons-title">
        <header className="mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
          <div className="min-w-0">
            <h2 id="reasons-title" className="font-semibold text-md">
              {t("title")}
            </h2>
            <p className="max-w-[62ch] text-ink-2">{t("text")}</p>
          </div>
          {editable && <ReasonDialog teams={teams} />}
        </header>
        <Card flush>
          {offered.length > 0 ? (
            <ReasonOrder reasons={offered} teams={teams} editable={editable} change={change} />
          ) : (
            <EmptyState icon={<ListOrdered />} title={t("empty")}>
              {t("empty-text")}
            </EmptyState>
          )}
        </Card>
      </section>
      {archived.length > 0 && <ArchivedReasons reasons={archived} editable={editable} change={change} />}
    </div>
  );
}
