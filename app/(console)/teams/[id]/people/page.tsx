import { Users } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { parseChosen } from "@/components/grid/filter-param";
import { EmptyState } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/actor";
import { listOtherTeams } from "@/lib/teams/queries";
import { countUsers, listUsers, userFacets } from "@/lib/users/list";
import { readUserList, userFilterIds } from "@/lib/users/schema";
import { pageSession } from "../../../../_edges/actor";
import { gridLayout } from "../../../../_edges/grid-layout";
import { texts, textsOf } from "../../../../_edges/texts";
import { ListSearch } from "../../../_components/list-search";
import { RefreshOnNews } from "../../../_components/refresh-on-news";
import { addressOf } from "../../../users/_components/list-address";
import { NobodyFound } from "../../../users/_components/nobody-found";
import { UserFilters } from "../../../users/_components/user-filters";
import { UsersTable } from "../../../users/_components/users-table";
import { readTeam } from "../../_components/read-team";
import { AddPeople } from "./_components/add-people";

const t = textsOf("team.people");

const firstRows = 200;
const refreshMs = 3000;

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor } = await pageSession("teams:read");
  const team = await readTeam(actor, (await params).id);
  return { title: team ? t("page-title", { team: team.name }) : texts("failed.not-found") };
}

/** The Users list, of one team. */
export default async function PeoplePage({ params, searchParams }: Props) {
  const { actor } = await pageSession("teams:read");
  const team = await readTeam(actor, (await params).id);
  if (!team) notFound();
  const address = await searchParams;
  const { filter, ...asked } = readUserList(address);
  const list = { ...asked, filter: { ...filter, team: [team.id] } };
  const moves = can(actor, "teams:write");
  const [first, { total }, facets, layout, others] = await Promise.all([
    listUsers(actor, { ...list, from: 0, count: firstRows }),
    countUsers(actor, list),
    userFacets(actor, [team.id]),
    gridLayout("people", address),
    moves ? listOtherTeams(actor, team.id) : null,
  ]);
  const chosen = parseChosen(
    { ...filter },
    userFilterIds.filter((id) => id !== "team"),
  );
  const narrowed = list.search !== "" || Object.keys(chosen).length > 0;

  return (
    <>
      <RefreshOnNews everyMs={refreshMs} />
      <UsersTable
        label={t("label", { team: team.name })}
        grid="people"
        without="team"
        list={addressOf(list)}
        first={first}
        total={total}
        sort={list.sort}
        layout={layout}
        teams={others}
        now={team.now.toISOString()}
        className="max-h-[max(22rem,calc(100dvh-18rem))]"
        empty={
          narrowed ? (
            <NobodyFound all={`/teams/${team.id}/people`} />
          ) : (
            <EmptyState icon={<Users />} title={t("empty")}>
              {t(moves ? "empty-text" : "empty-read")}
            </EmptyState>
          )
        }
        toolbar={
          <>
            <ListSearch search={list.search} label={t("search-label")} placeholder={t("search")} />
            <UserFilters ofTeam facets={facets} chosen={chosen} />
          </>
        }
        actions={moves && <AddPeople team={{ id: team.id, name: team.name }} />}
      />
    </>
  );
}
