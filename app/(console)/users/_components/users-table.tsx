"use client";

import { SearchX, Users } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Grid } from "@/components/grid/grid";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { LiveRow } from "@/lib/live/row";
import { useLiveRows } from "../../_components/live";
import { formatPosition } from "./position";
import { useUserColumns } from "./user-columns";

type Props = { rows: LiveRow[]; search: string; paged: boolean; more: boolean; now: string };

/** The users found, their seats live. */
export function UsersTable({ rows: rendered, search, paged, more, now }: Props) {
  const t = useTranslations("users");
  const rows = useLiveRows(rendered);
  const columns = useUserColumns(now);
  const last = rendered.at(-1);
  const query = useMemo(() => new URLSearchParams(search ? { search } : {}), [search]);

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
