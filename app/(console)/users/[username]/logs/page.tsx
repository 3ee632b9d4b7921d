import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listLogRequests } from "@/lib/logs/queries";
import { toLogRow } from "@/lib/logs/row";
import { dayIn } from "@/lib/sessions/days";
import { pageSession } from "../../../../_edges/actor";
import { texts, textsOf } from "../../../../_edges/texts";
import { readListQuery } from "../../../logs/_components/list-query";
import { LogList } from "../../../logs/_components/log-list";
import { powersOf } from "../../../logs/_components/powers";
import { readUser } from "../../_components/read-user";
import { AskThem } from "../_components/ask-them";

const t = textsOf("logs");

type Props = {
  params: Promise<{ username: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor } = await pageSession("logs:read");
  const user = await readUser(actor, (await params).username);
  return { title: user ? `${user.name}, ${texts("user.tabs.logs")}` : texts("failed.not-found") };
}

export default async function UserLogsPage({ params, searchParams }: Props) {
  const { actor, timeZone } = await pageSession("logs:read");
  const user = await readUser(actor, (await params).username);
  if (!user) notFound();
  const { list, ...query } = readListQuery(await searchParams, timeZone);
  const { items, more } = await listLogRequests(actor, { ...list, userId: user.id });

  return (
    <LogList
      label={t("of", { name: user.name })}
      rows={items.map(toLogRow)}
      more={more}
      query={query}
      teams={null}
      powers={powersOf(actor)}
      now={user.now.toISOString()}
      today={dayIn(timeZone, user.now)}
      timeZone={timeZone}
      empty={{
        text: t("empty-text"),
        action: <AskThem actor={actor} user={user} variant="primary" />,
      }}
    />
  );
}
