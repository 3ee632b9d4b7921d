"use client";

import { FileText, SearchX } from "lucide-react";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useCallback, useMemo, useOptimistic } from "react";
import { useTranslations } from "use-intl";
import type { DateRange } from "@/components/grid/date-range";
import { DateRangeChip } from "@/components/grid/date-range-chip";
import { FilterBar } from "@/components/grid/filter-bar";
import { type Chosen, withChosen } from "@/components/grid/filter-param";
import { Grid } from "@/components/grid/grid";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { LogRow } from "@/lib/logs/row";
import { formatPosition } from "@/lib/sessions/position";
import { ListSearch } from "../../_components/list-search";
import { RefreshEvery } from "../../_components/refresh-every";
import { useAddress } from "../../_components/use-address";
import type { ListQuery } from "./list-query";
import { useLogColumns } from "./log-columns";
import { useLogFilters } from "./log-filters";
import type { Powers } from "./powers";

const ids = ["status", "level", "team", "from", "to"];
const places = ["before"];
const openMs = 2000;
const restingMs = 20_000;

type Props = {
  label: string;
  rows: LogRow[];
  more: boolean;
  query: Pick<ListQuery, "search" | "chosen" | "days" | "isFirst" | "narrowed">;
  /** To choose from; null where all are of one person. */
  teams: readonly { id: string; name: string }[] | null;
  powers: Powers;
  now: string;
  today: string;
  timeZone: string;
  /** Where there is none at all: what to do, and the first step. */
  empty: { text: string; action: ReactNode };
};

type Narrowed = { chosen: Chosen; days: DateRange };

/** Requests for logs, newest first, looked at anew while one of them goes on. */
export function LogList({ label, rows, more, query, teams, powers, now, today, timeZone, empty }: Props) {
  const t = useTranslations("logs");
  const router = useRouter();
  const path = usePathname();
  const { change, pending } = useAddress();
  const [shown, setShown] = useOptimistic<Narrowed>({ chosen: query.chosen, days: query.days });
  const all = useLogColumns({ powers, now, onDone: useCallback(() => router.refresh(), [router]) });
  const columns = useMemo(
    () => all.filter(({ id }) => teams !== null || (id !== "agent" && id !== "team")),
    [all, teams],
  );
  const filters = useLogFilters(teams);
  const isOpen = rows.some(({ endedAt }) => endedAt === null);
  const last = rows.at(-1);

  const narrow = (next: Narrowed) =>
    change(
      (address) => {
        const { from, to } = next.days;
        const values = { ...next.chosen, ...(from && { from: [from] }), ...(to && { to: [to] }) };
        return withChosen(address, values, { ids, reset: places });
      },
      { meanwhile: () => setShown(next) },
    );
  const page = (before: string | null) =>
    change((address) => {
      address.delete("before");
      if (before) address.set("before", before);
      return address;
    });

  return (
    <>
      <RefreshEvery ms={isOpen ? openMs : restingMs} />
      {(rows.length > 0 || query.narrowed || !query.isFirst) && (
        <div className="flex flex-wrap items-center gap-2">
          <ListSearch
            search={query.search}
            label={t("search-label")}
            placeholder={t(teams ? "search" : "search-of")}
          />
          <DateRangeChip
            label={t("filter.days")}
            value={shown.days}
            today={today}
            timeZone={timeZone}
            onChange={(days) => narrow({ ...shown, days })}
          />
          <FilterBar
            filters={filters}
            chosen={shown.chosen}
            onChange={(chosen) => narrow({ chosen, days: Object.keys(chosen).length > 0 ? shown.days : {} })}
          />
        </div>
      )}
      <Card flush aria-busy={pending}>
        <Grid
          label={label}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          href={({ id }) => `/logs/${id}`}
          empty={
            query.narrowed ? (
              <EmptyState
                icon={<SearchX />}
                title={t("no-match")}
                action={<Button onClick={() => router.push(path as Route)}>{t("clear")}</Button>}
              >
                {t("no-match-text")}
              </EmptyState>
            ) : (
              <EmptyState icon={<FileText />} title={t("empty")} action={empty.action}>
                {empty.text}
              </EmptyState>
            )
          }
        />
        {(!query.isFirst || more) && (
          <nav aria-label={t("pages")} className="flex gap-2 border-line border-t px-4.5 py-3">
            {!query.isFirst && <Button onClick={() => page(null)}>{t("newest")}</Button>}
            {more && last && (
              <Button
                onClick={() => page(formatPosition({ loginAt: new Date(last.requestedAt), id: last.id }))}
              >
                {t("older")}
              </Button>
            )}
          </nav>
        )}
      </Card>
    </>
  );
}
