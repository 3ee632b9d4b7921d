import type { Metadata } from "next";
import { readAgentList } from "@/lib/agents/schema";
import { can } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { limitsOfTeams, teamsSeen } from "@/lib/teams/queries";
import { pageSession } from "../../_edges/actor";
import { agentBoard } from "../../_edges/board";
import { gridLayout } from "../../_edges/grid-layout";
import { liveCursor } from "../../_edges/live";
import { textsOf } from "../../_edges/texts";
import { pageViews } from "../../_edges/views";
import { ViewNotice } from "../_components/view-notice";
import { firstView } from "./_components/agent-order";
import { AgentsView } from "./_components/agents-view";

const t = textsOf("agents");

export const metadata: Metadata = { title: t("title") };

// Of more than so many agents the rest follows the page.
const firstRows = 100;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SupervisionPage({ searchParams }: Props) {
  const { actor } = await pageSession("agents:read");
  const params = await searchParams;
  const views = await pageViews(actor, "agents", { path: "/supervision", params });
  await liveCursor();
  const board = agentBoard();
  await board.ready;
  const [now, limits, teams, layout] = await Promise.all([
    databaseNow(db),
    limitsOfTeams(actor),
    teamsSeen(actor),
    gridLayout("agents", params),
  ]);
  const rows = board.present(actor.scope).map(({ row }) => row);
  const view = firstView({ rows, list: readAgentList(params), limits, nowMs: now.getTime() });

  return (
    // As high as the window leaves: the list scrolls, not the page.
    <div className="flex min-h-128 flex-col gap-4 lg:h-[calc(100dvh-5.625rem)]">
      <AgentsView
        first={{
          rows: rows.length <= firstRows ? rows : view.ordered.slice(0, firstRows),
          whole: rows.length <= firstRows,
          total: view.ordered.length,
          day: board.day().toISOString(),
          summary: view.summary,
        }}
        limits={limits}
        teams={teams}
        layout={layout}
        views={views}
        now={now.toISOString()}
        linked={can(actor, "sessions:read")}
      >
        <ViewNotice views={views} />
      </AgentsView>
    </div>
  );
}
