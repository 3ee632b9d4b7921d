"use client";

import { SearchX, Users } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { Sort } from "@/components/grid/column";
import { Grid } from "@/components/grid/grid";
import { formatSort, parseSort } from "@/components/grid/sort-param";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { LiveRow } from "@/lib/live/row";
import { useLiveRows } from "../../_components/live";
import { formatPosition } from "./position";
import { useUserColumns } from "./user-columns";

type Props = { rows: LiveRow[]; search: string; sort: string; paged: boolean; more: boolean; now: string };

/** The users found, their seats live. */
export function UsersTable({ rows: rendered, search, sort: initialSort, paged, more, now }: Props) {
  const t = useTranslations("users");
  const rows = useLiveRows(rendered);
  // One page of many cannot be sorted by itself.
  const columns = useUserColumns({ now, sortable: !paged && !more });
  const ids = columns.map((column) => column.id);
  const [sort, setSort] = useState(() => parseSort(initialSort, ids));
  const last = rendered.at(-1);
  const query = useMemo(() => new URLSearchParams(search ? { search } : {}), [search]);

  function keepSort(next: Sort[]) {
    setSort(next);
    const address = new URLSearchParams(query);
    if (next.length > 0) address.set("sort", formatSort(next));
    window.history.replaceState(null, "", address.size > 0 ? `?${address}` : window.location.pathname);
  }

  function pageHref(after: string | null) {
    const next = new URLSearchParams(query);
    if (after !== null) next.set("after", after);
    return `/users${next.size > 0 ? `?${next}` : ""}`;
  }

  return (
    <>
      <Card flush>
        <Grid
          label={t("title")}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          sort={sort}
          onSort={keepSort}
          href={(row) => `/users/${encodeURIComponent(row.username)}`}
          empty={
            search ? (
              <EmptyState
                icon={<SearchX />}
                title={t("no-match", { search })}
                action={<ButtonLink href="/users">{t("clear")}</ButtonLink>}
              >
                {t("no-match-text")}
              </EmptyState>
            ) : (
              <EmptyState icon={<Users />} title={t("empty")}>
                {t("empty-text")}
              </EmptyState>
            )
          }
        />
      </Card>
      {(paged || (more && last)) && (
        <nav aria-label={t("pages")} className="flex gap-2">
          {paged && <ButtonLink href={pageHref(null)}>{t("first")}</ButtonLink>}
          {more && last && <ButtonLink href={pageHref(formatPosition(last))}>{t("next")}</ButtonLink>}
        </nav>
      )}
    </>
  );
}
