"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import type { LogRow } from "@/lib/logs/row";
import { Moment } from "../../_components/moment";

type Props = { row: LogRow; title: string; onFollow: () => void };

/** Which request stands in the way of another one. */
export function OpenAlready({ row, title, onFollow }: Props) {
  const t = useTranslations("logs");
  const by = row.askedBy ?? t(row.byProgram ? "by-program" : "by-unknown");
  return (
    <Alert
      live
      tone="warn"
      title={title}
      action={
        <ButtonLink href={`/logs/${row.id}`} onClick={onFollow}>
          {t("ask.open")}
        </ButtonLink>
      }
    >
      {by}, <Moment at={row.requestedAt} now={row.requestedAt} />: {row.reason}
    </Alert>
  );
}
