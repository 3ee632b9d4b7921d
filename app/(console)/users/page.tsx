import type { Metadata } from "next";
import { parseChosen } from "@/components/grid/filter-param";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { can } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { countUsers, listUsers, userFacets } from "@/lib/users/list";
import { readUserList, userFilterIds } from "@/lib/users/schema";
import { pageSession } from "../../_edges/actor";
import { gridLayout } from "../../_edges/grid-layout";
import { liveCursor } from "../../_edges/live";
import { textsOf } from "../../_edges/texts";
import { ListSearch } from "../_components/list-search";
import { RefreshOnNews } from "../_components/refresh-on-news";
import { addressOf } from "./_components/list-address";
import { NoUsers } from "./_components/no-users";
import { NobodyFound } from "./_components/nobody-found";
import { UserFilters } from "./_components/user-filters";
import { UsersTable } from "./_components/users-table";

const t = textsOf("users");

export const metadata: Metadata = { title: t("title") };

const firstRows = 200;
const refreshMs = 3000;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: Props) {
  const { actor, timeZone } = await pageSession("users:read");
  const params = await searchParams;
  const list = readUserList(params);
  await liveCursor();
  const [first, counts, facets, now, layout] = await Promise.all([
    listUsers(actor, { ...list, from: 0, count: firstRows }),
    countUsers(actor, list),
    userFacets(actor),
    databaseNow(db),
    gridLayout("users", params),
  ]);
  const chosen = parseChosen({ ...list.filter }, userFilterIds);
  const narrowed = list.search !== "" || Object.keys(chosen).length > 0;
  const writes = can(actor, "users:write");
  const all = facets.teams.reduce((sum, team) => sum + team.count, 0);

  return (
    // As high as the window leaves: the list scrolls, not the page.
    <div className="flex min-h-128 flex-col gap-4 lg:h-[calc(100dvh-5.625rem)]">
      <RefreshOnNews everyMs={refreshMs} />
      <PageHeader
        title={t("title")}
        subtitle={[
          narrowed ? t("count-of", { count: counts.total, all }) : t("count", { count: counts.total }),
          t("signed-in", { count: counts.signedIn }),
          t("zone", { zone: timeZone }),
        ].join(", ")}
        actions={
          writes && (
            <>
              <ButtonLink href="/users/import">{t("import")}</ButtonLink>
              <ButtonLink variant="primary" href="/users/new">
                {t("new")}
              </ButtonLink>
            </>
          )
        }
      />
      <UsersTable
        label={t("title")}
        grid="users"
        list={addressOf(list)}
        first={first}
        total={counts.total}
        sort={list.sort}
        layout={layout}
        teams={writes ? facets.teams : null}
        className="min-h-0 max-lg:max-h-[max(22rem,calc(100dvh-8rem))]"
        empty={narrowed ? <NobodyFound all="/users" /> : <NoUsers mayImport={writes} />}
        now={now.toISOString()}
        toolbar={
          <>
            <ListSearch search={list.search} label={t("search-label")} placeholder={t("search")} />
            <UserFilters facets={facets} chosen={chosen} />
          </>
        }
      />
    </div>
  );
}
