"use client";

import { useLocale, useTranslations } from "use-intl";
import { Grid } from "@/components/grid/grid";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay } from "@/components/ui/moment";
import { useHistoryColumns } from "./history-columns";
import type { HistoryRow } from "./history-row";

type Props = {
  username: string;
  rows: HistoryRow[];
  totals: { all: number; mobile: number; first: string | null };
  paged: boolean;
  more: boolean;
  now: string;
  timeZone: string;
};

/** Every session of the person, newest first. */
export function History({ username, rows, totals, paged, more, now, timeZone }: Props) {
  const t = useTranslations("login-info");
  const locale = useLocale();
  const columns = useHistoryColumns(now);
  const last = rows.at(-1);
  const { first } = totals;
  const base = `/users/${encodeURIComponent(username)}/login-info`;

  return (
    <Card flush aria-label={t("sessions")}>
      <CardHeader
        className="px-4.5 py-3"
        title={t("sessions")}
        subtitle={
          first && (
            <>
              {t("sessions-count", { count: totals.all, since: formatDay(first, { now, locale, timeZone }) })}
              {totals.mobile > 0 && `, ${t("on-mobile", { count: totals.mobile })}`}
            </>
          )
        }
        actions={<span className="text-ink-2 text-xs">{t("zone", { zone: timeZone })}</span>}
      />
      <Grid
        label={t("sessions")}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        empty={<EmptyState title={t("no-sessions")} />}
      />
      {(paged || more) && (
        <div className="flex gap-2 border-line border-t px-4.5 py-3">
          {paged && <ButtonLink href={base}>{t("newest")}</ButtonLink>}
          {more && last && <ButtonLink href={`${base}?before=${last.position}`}>{t("older")}</ButtonLink>}
        </div>
      )}
    </Card>
  );
}
