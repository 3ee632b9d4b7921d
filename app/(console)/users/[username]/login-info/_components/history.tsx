"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { DateRangeChip } from "@/components/grid/date-range-chip";
import { FilterBar } from "@/components/grid/filter-bar";
import type { FilterSpec } from "@/components/grid/filter-param";
import { Grid } from "@/components/grid/grid";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay } from "@/components/ui/moment";
import { useHistoryColumns } from "./history-columns";
import type { HistoryQuery } from "./history-query";
import type { HistoryRow } from "./history-row";
import { SessionPanel } from "./session-panel";
import { useHistoryAddress } from "./use-history-address";
import { useOpenedSession } from "./use-opened-session";

type Props = {
  rows: HistoryRow[];
  /** The session that the address names, where it is not among the rows. */
  given: HistoryRow | null;
  totals: { all: number; matching: number; mobile: number; first: string | null };
  filters: FilterSpec[];
  query: Pick<HistoryQuery, "chosen" | "days">;
  /** Where the page begins; null for the newest. */
  start: string | null;
  more: boolean;
  now: string;
  today: string;
  timeZone: string;
};

/** Every session of the person, newest first, narrowed as the address says. */
export function History({ rows, given, totals, filters, query, start, more, now, today, timeZone }: Props) {
  const t = useTranslations("login-info");
  const locale = useLocale();
  const columns = useHistoryColumns(now);
  const address = useHistoryAddress();
  const opened = useOpenedSession(rows, given, start);
  const [shown, setShown] = useState(opened.row);
  if (opened.row && opened.row !== shown) setShown(opened.row);

  const { chosen, days } = query;
  const narrowed = Object.keys(chosen).length > 0 || days.from !== undefined || days.to !== undefined;
  const last = rows.at(-1);
  const { first, all, matching, mobile } = totals;

  return (
    <Card flush aria-label={t("sessions")} aria-busy={address.pending} id="sessions">
      <CardHeader
        className="px-4.5 py-3"
        title={t("sessions")}
        subtitle={
          first &&
          (narrowed
            ? t("sessions-matching", { count: matching, all })
            : [
                t("sessions-count", { count: all, since: formatDay(first, { now, locale, timeZone }) }),
                ...(mobile > 0 ? [t("on-mobile", { count: mobile })] : []),
              ].join(", "))
        }
        actions={<span className="text-ink-2 text-xs">{t("zone", { zone: timeZone })}</span>}
      />
      {(all > 1 || narrowed) && (
        <div className="flex flex-wrap items-center gap-1.5 border-line border-b px-4.5 pb-3">
          <DateRangeChip
            label={t("filter.days")}
            value={days}
            today={today}
            timeZone={timeZone}
            onChange={(range) => address.narrow(chosen, range)}
          />
          <FilterBar
            filters={filters}
            chosen={chosen}
            onChange={(next) => address.narrow(next, Object.keys(next).length > 0 ? days : {})}
          />
        </div>
      )}
      {opened.id !== null && !opened.row && (
        <div className="border-line border-b px-4.5 py-3">
          <Alert tone="warn" title={t("no-such-session")} />
        </div>
      )}
      <Grid
        label={t("sessions")}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        onOpen={(row) => opened.open(row.id)}
        empty={
          narrowed ? (
            <EmptyState
              title={t("no-match")}
              action={<Button onClick={() => address.narrow({}, {})}>{t("show-all", { count: all })}</Button>}
            />
          ) : (
            <EmptyState title={t("no-sessions")}>{t("no-sessions-text")}</EmptyState>
          )
        }
      />
      {(start !== null || more) && (
        <nav aria-label={t("pages")} className="flex gap-2 border-line border-t px-4.5 py-3">
          {start !== null && <ButtonLink href={address.page(null)}>{t("newest")}</ButtonLink>}
          {more && last && <ButtonLink href={address.page(last.position)}>{t("older")}</ButtonLink>}
        </nav>
      )}
      <SessionPanel
        row={shown}
        open={opened.row !== null}
        now={now}
        link={opened.link}
        onOpen={opened.open}
        onClose={opened.close}
      />
    </Card>
  );
}
