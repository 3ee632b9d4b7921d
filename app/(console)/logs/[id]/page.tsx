import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { can } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { openedLog } from "@/lib/logs/opened";
import { linesOf } from "@/lib/logs/reading";
import { pageSession } from "../../../_edges/actor";
import { texts } from "../../../_edges/texts";
import { powersOf } from "../_components/powers";
import { readLog } from "../_components/read-log";
import { readAsked } from "./_components/asked";
import { LogView } from "./_components/log-view";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const firstLines = 200;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor } = await pageSession("logs:read");
  const log = await readLog(actor, (await params).id);
  return { title: log ? texts("logs.of", { name: log.user.name }) : texts("failed.not-found") };
}

export default async function LogPage({ params, searchParams }: Props) {
  const { actor, timeZone } = await pageSession("logs:read");
  const { id } = await params;
  const known = await readLog(actor, id);
  if (!known) notFound();
  const { asked, line } = readAsked(await searchParams);
  const [log, now] = await Promise.all([openedLog(actor, { id: known.id }), databaseNow(db)]);
  if (!log.ok) notFound();
  const start = line === null || line >= log.value.lines ? null : line;
  const seen = start ?? (log.value.endedAt === null ? log.value.lines : 0);
  const from = Math.max(0, seen - firstLines / 2);
  const first = await linesOf(actor, { id, from, count: firstLines });

  return (
    <LogView
      key={id}
      given={log.value}
      first={first.ok ? first.value.map((one) => ({ ...one, at: one.at?.toISOString() ?? null })) : []}
      start={start}
      asked={asked}
      powers={powersOf(actor)}
      mayWatch={can(actor, "sessions:read")}
      timeZone={timeZone}
      now={now.toISOString()}
    />
  );
}
