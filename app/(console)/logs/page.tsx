import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { listLogRequests } from "@/lib/logs/queries";
import { toLogRow } from "@/lib/logs/row";
import { dayIn } from "@/lib/sessions/days";
import { readSettings } from "@/lib/settings/queries";
import { teamsSeen } from "@/lib/teams/queries";
import { pageSession } from "../../_edges/actor";
import { textsOf } from "../../_edges/texts";
import { readListQuery } from "./_components/list-query";
import { LogList } from "./_components/log-list";
import { powersOf } from "./_components/powers";
import { RequestLogs } from "./_components/request-logs";

const t = textsOf("logs");

export const metadata: Metadata = { title: t("title") };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LogsPage({ searchParams }: Props) {
  const { actor, timeZone } = await pageSession("logs:read");
  const { list, begins, ...query } = readListQuery(await searchParams, timeZone);
  const [{ items, more }, teams, settings, now] = await Promise.all([
    listLogRequests(actor, list),
    teamsSeen(actor),
    readSettings(db),
    databaseNow(db),
  ]);
  const powers = powersOf(actor);
  const hasNone = items.length === 0 && !query.narrowed && query.isFirst;
  const ask = powers.ask && (
    <RequestLogs
      key={String(begins)}
      whose={null}
      allowed={settings.logConsent}
      variant="primary"
      begins={begins}
    />
  );

  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle", { zone: timeZone })} actions={!hasNone && ask} />
      <LogList
        label={t("title")}
        rows={items.map(toLogRow)}
        more={more}
        query={query}
        teams={teams}
        powers={powers}
        now={now.toISOString()}
        today={dayIn(timeZone, now)}
        timeZone={timeZone}
        empty={{ text: t("empty-text"), action: ask }}
      />
    </>
  );
}
