import type { Metadata } from "next";
import { z } from "zod";
import { PageHeader } from "@/components/shell/page-header";
import { can } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { readSettingsNow } from "@/lib/settings/queries";
import { listTeams } from "@/lib/teams/queries";
import { isFound, SearchText } from "@/lib/text";
import { pageSession } from "../../_edges/actor";
import { liveCursor } from "../../_edges/live";
import { textsOf } from "../../_edges/texts";
import { ListSearch } from "../_components/list-search";
import { RefreshOnNews } from "../_components/refresh-on-news";
import { NewTeam } from "./_components/new-team";
import { TeamsTable } from "./_components/teams-table";

const t = textsOf("teams");

export const metadata: Metadata = { title: t("title") };

const Query = z.object({ search: SearchText }).catch({ search: "" });

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TeamsPage({ searchParams }: Props) {
  const { actor } = await pageSession("teams:read");
  const { search } = Query.parse(await searchParams);
  await liveCursor();
  const [{ items: teams }, { dailySignOutAt }] = await Promise.all([listTeams(actor), readSettingsNow(db)]);
  const writes = can(actor, "teams:write");
  const sum = (key: "people" | "signedIn") => teams.reduce((total, team) => total + team[key], 0);

  return (
    <>
      <RefreshOnNews />
      <PageHeader
        title={t("title")}
        subtitle={t("figures", { count: teams.length, people: sum("people"), signedIn: sum("signedIn") })}
        actions={writes && <NewTeam />}
      />
      <ListSearch search={search} label={t("search-label")} placeholder={t("search")} />
      <TeamsTable
        teams={teams.filter((team) => isFound(team.name, search))}
        narrowed={search !== ""}
        centreSignOutAt={dailySignOutAt}
        writes={writes}
      />
    </>
  );
}
