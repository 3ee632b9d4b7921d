import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { listTeams } from "@/lib/teams/queries";
import { pageSession } from "../../_edges/actor";
import { liveCursor } from "../../_edges/live";
import { textsOf } from "../../_edges/texts";
import { RefreshOnNews } from "../_components/refresh-on-news";
import { TeamsTable } from "./_components/teams-table";

const t = textsOf("teams");

export const metadata: Metadata = { title: textsOf("menu")("teams") };

export default async function TeamsPage() {
  const { actor } = await pageSession("teams:read");
  await liveCursor();
  const teams = await listTeams(actor);

  return (
    <>
      <RefreshOnNews />
      <PageHeader title={textsOf("menu")("teams")} subtitle={t("count", { count: teams.length })} />
      <TeamsTable teams={teams} />
    </>
  );
}
