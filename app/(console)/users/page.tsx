import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { liveRows } from "@/lib/live/queries";
import { findUsers } from "@/lib/users/queries";
import { FindUsers } from "@/lib/users/schema";
import { pageSession } from "../../_edges/actor";
import { liveCursor } from "../../_edges/live";
import { texts } from "../../_edges/texts";
import { RefreshOnNews } from "../_components/refresh-on-news";
import { parsePosition } from "./_components/position";
import { UserSearch } from "./_components/user-search";
import { UsersTable } from "./_components/users-table";

export const metadata: Metadata = { title: texts("users.title") };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: Props) {
  const { actor } = await pageSession("users:read");
  const { search, after, sort } = FindUsers.catch({ search: "", sort: "" }).parse(await searchParams);
  await liveCursor();
  const found = await findUsers(actor, { search, after: parsePosition(after) });
  const [rows, now] = await Promise.all([liveRows(found.rows.map((row) => row.id)), databaseNow(db)]);
  const byId = new Map(rows.map((row) => [row.id, row]));

  return (
    <>
      <RefreshOnNews />
      <PageHeader
        title={texts("users.title")}
        subtitle={`${texts("users.count", { count: found.total })}, ${texts("users.signed-in", { count: found.signedIn })}`}
      />
      <UserSearch search={search} />
      <UsersTable
        rows={found.rows.flatMap(({ id }) => byId.get(id) ?? [])}
        search={search}
        sort={sort}
        paged={after !== undefined}
        more={found.more}
        now={now.toISOString()}
      />
    </>
  );
}
