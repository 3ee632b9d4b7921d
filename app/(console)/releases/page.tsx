import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { TabsNav } from "@/components/ui/tabs-nav";
import { can } from "@/lib/auth/actor";
import { listReleases } from "@/lib/releases/overview";
import { Channel } from "@/prisma/generated/enums";
import { pageSession } from "../../_edges/actor";
import { liveCursor } from "../../_edges/live";
import { textsOf } from "../../_edges/texts";
import { RefreshOnNews } from "../_components/refresh-on-news";
import { GuideLink } from "./_components/guide-link";
import { ReleasesTable } from "./_components/releases-table";

const t = textsOf("releases");
const channelName = textsOf("release.channel");

export const metadata: Metadata = { title: t("title") };

const Query = z.object({ channel: z.enum(Channel).optional() }).catch({});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReleasesPage({ searchParams }: Props) {
  const { actor } = await pageSession("releases:read");
  await liveCursor();
  const releases = await listReleases(actor);
  // Without a choice, the channel of the youngest one.
  const { channel = releases[0]?.channel ?? "ios" } = Query.parse(await searchParams);
  const writes = can(actor, "releases:write");

  return (
    <>
      <RefreshOnNews everyMs={5000} />
      <PageHeader
        title={t("title")}
        subtitle={
          <>
            {t("text")} <GuideLink />
          </>
        }
        actions={
          writes &&
          releases.length > 0 && (
            <ButtonLink variant="primary" href={`/releases/new?channel=${channel}`}>
              <Plus aria-hidden className="size-3.5" />
              {t("new")}
            </ButtonLink>
          )
        }
      />
      <TabsNav
        label={t("channels")}
        items={Object.values(Channel).map((one) => ({
          href: `/releases?channel=${one}`,
          label: channelName(one),
          current: one === channel,
          count: releases.filter((release) => release.channel === one).length,
        }))}
      />
      <ReleasesTable
        key={channel}
        channel={channel}
        releases={releases.filter((release) => release.channel === channel)}
        writes={writes}
        now={new Date().toISOString()}
      />
    </>
  );
}
