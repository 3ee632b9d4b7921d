import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { explain } from "@/lib/releases/explain";
import { dayIn } from "@/lib/sessions/days";
import { listInstallations } from "@/lib/sessions/devices";
import { getSession, listSessions, sessionFacets } from "@/lib/sessions/history";
import { formatPosition, startingAt } from "@/lib/sessions/position";
import { signedInDays } from "@/lib/sessions/queries";
import { pageSession } from "../../../../_edges/actor";
import { localeFor, texts } from "../../../../_edges/texts";
import { readUser } from "../../_components/read-user";
import { DaysCard } from "./_components/days-card";
import { DevicesCard } from "./_components/devices-card";
import { ExplainCard } from "./_components/explain-card";
import { History } from "./_components/history";
import { historyFilters } from "./_components/history-filters";
import { readHistoryQuery } from "./_components/history-query";
import { toHistoryRow } from "./_components/history-row";
import { SeatCard } from "./_components/seat-card";

const pageSize = 50;
const daysShown = 14;
const minuteMs = 60_000;

type Props = {
  params: Promise<{ username: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor } = await pageSession("sessions:read");
  const user = await readUser(actor, (await params).username);
  return { title: user ? `${user.name}, ${texts("user.tabs.login-info")}` : texts("failed.not-found") };
}

export default async function LoginInfoPage({ params, searchParams }: Props) {
  const { actor, timeZone, clock } = await pageSession("sessions:read");
  const user = await readUser(actor, (await params).username);
  if (!user) notFound();
  const query = readHistoryQuery(await searchParams, timeZone);
  const { filter } = query;
  const list = (before: typeof query.position) =>
    listSessions(actor, user.username, { limit: pageSize, filter, ...(before && { before }) });

  const [newest, given, facets, installations, days, explained] = await Promise.all([
    list(query.position),
    query.session === null ? null : getSession(actor, user.username, query.session),
    sessionFacets(actor, user.id, filter),
    listInstallations(actor, user.id),
    signedInDays(actor, user.id, { timeZone, count: daysShown }),
    explain(actor, { username: user.username }),
  ]);
  if (!newest.ok) notFound();
  const linked = given?.ok ? given.value : null;
  // A link to an older session opens the list where it stands.
  const elsewhere = linked !== null && !newest.value.items.some((row) => row.id === linked.id);
  const position = elsewhere ? startingAt(linked) : query.position;
  const sessions = elsewhere ? await list(position) : newest;
  if (!sessions.ok) notFound();
  const { items, more } = sessions.value;
  // Who is up to date needs no explanation.
  const owing = explained.ok
    ? explained.value.items.filter(
        ({ decision }) => decision.status !== "current" && decision.release !== null,
      )
    : [];
  const worthShowing = days.some((day) => day.desktopMs + day.mobileMs >= minuteMs);

  return (
    <>
      <div className="grid gap-4 lg:grid-cols-[1.15fr_1fr]">
        <SeatCard user={user} />
        <DevicesCard installations={installations} now={user.now.toISOString()} />
      </div>
      {owing.length > 0 && explained.ok && (
        <ExplainCard
          explained={{ ...explained.value, items: owing }}
          reader={{ locale: localeFor(clock), timeZone }}
        />
      )}
      {worthShowing && <DaysCard days={days} />}
      <History
        rows={items.map(toHistoryRow)}
        given={linked && toHistoryRow(linked)}
        totals={{
          all: facets.all,
          matching: facets.matching,
          mobile: facets.platform.find((option) => option.value === "mobile")?.count ?? 0,
          first: facets.first?.toISOString() ?? null,
        }}
        filters={historyFilters(facets)}
        query={{ chosen: query.chosen, days: query.days }}
        start={position && formatPosition(position)}
        more={more}
        now={user.now.toISOString()}
        today={dayIn(timeZone, user.now)}
        timeZone={timeZone}
      />
    </>
  );
}
