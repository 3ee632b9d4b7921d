"use client";

import { CalendarClock, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { PageHeader } from "@/components/shell/page-header";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListedSchedule } from "@/lib/schedules/queries";
import { RefreshEvery } from "../../../_components/refresh-every";
import type { Reader } from "./draft";
import { type Choices, ScheduleDialog } from "./schedule-dialog";
import { isAiling, isOnItsWay } from "./schedule-result";
import { ScheduleRow } from "./schedule-row";
import { useScheduleChange } from "./use-schedule-change";

type Props = {
  schedules: readonly ListedSchedule[];
  choices: Choices;
  reader: Reader;
  sendsMail: boolean;
  /** Of which layout one is begun at once; empty for any, null for none. */
  begins: string | null;
  now: Date;
};

/** Reports that go out by mail: when next, how it went the last time, and what is wrong. */
export function Schedules({ schedules, choices, reader, sendsMail, begins, now }: Props) {
  const t = useTranslations("schedules");
  const change = useScheduleChange();
  const router = useRouter();
  const [asking, setAsking] = useState<ListedSchedule | "new" | null>(begins === null ? null : "new");
  const ailing = schedules.filter(isAiling).length;
  const add = (
    <Button variant="primary" onClick={() => setAsking("new")}>
      <Plus aria-hidden className="size-3.5" />
      {t("new")}
    </Button>
  );

  function close() {
    setAsking(null);
    if (begins !== null) router.replace("/reports/schedules");
  }

  return (
    <>
      <RefreshEvery ms={schedules.some(isOnItsWay) ? 2000 : 15_000} />
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle")}
        status={ailing > 0 && <Badge tone="danger">{t("ailing", { count: ailing })}</Badge>}
        actions={schedules.length > 0 && add}
      />
      {!sendsMail && (
        <Alert tone="warn" title={t("no-mail")}>
          {t("no-mail-text")}
        </Alert>
      )}
      <Card flush>
        {schedules.length === 0 ? (
          <EmptyState icon={<CalendarClock />} title={t("empty")} action={add}>
            {t("empty-text")}
          </EmptyState>
        ) : (
          <ul aria-label={t("title")} className="divide-y divide-line">
            {schedules.map((schedule) => (
              <ScheduleRow
                key={schedule.id}
                schedule={schedule}
                change={change}
                onEdit={() => setAsking(schedule)}
                now={now.toISOString()}
              />
            ))}
          </ul>
        )}
      </Card>
      {asking && (
        <ScheduleDialog
          schedule={asking === "new" ? null : asking}
          layout={begins}
          choices={choices}
          reader={reader}
          now={now}
          onClose={close}
        />
      )}
    </>
  );
}
