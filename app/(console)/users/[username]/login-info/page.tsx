import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { parsePosition } from "@/lib/sessions/position";
import { listSessions, signedInDays } from "@/lib/sessions/queries";
import { pageSession } from "../../../../_edges/actor";
import { texts } from "../../../../_edges/texts";
import { readUser } from "../../_components/read-user";
import { DaysCard } from "./_components/days-card";
import { DevicesCard } from "./_components/devices-card";
import { History } from "./_components/history";
import { toHistoryRow } from "./_components/history-row";
import { SeatCard } from "./_components/seat-card";

const Query = z.object({ before: z.string().max(128).optional() });
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
  const { actor, timeZone } = await pageSession("sessions:read");
  const user = await readUser(actor, (await params).username);
  if (!user) notFound();
  const { before } = Query.catch({}).parse(await searchParams);
  const position = parsePosition(before);
  const sessions = await listSessions(actor, user.username, {
    limit: pageSize,
    ...(position && { before: position }),
  });
  if (!sessions.ok) notFound();
  const { items, more, totals } = sessions.value;
  const days = await signedInDays(actor, user.id, { timeZone, count: daysShown });
  const worthShowing = days.some((day) => day.desktopMs + day.mobileMs >= minuteMs);

  return (
    <>
      <div className="grid gap-4 lg:grid-cols-[1.15fr_1fr]">
        <SeatCard user={user} />
        <DevicesCard user={user} />
      </div>
      {worthShowing && <DaysCard days={days} />}
      <History
        username={user.username}
        rows={items.map(toHistoryRow)}
        totals={{ ...totals, first: totals.first?.toISOString() ?? null }}
        paged={position !== null}
        more={more}
        now={user.now.toISOString()}
        timeZone={timeZone}
      />
    </>
  );
}
