import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { can } from "@/lib/auth/actor";
import { versionLabel } from "@/lib/versions/label";
import { pageSession } from "../../../_edges/actor";
import { texts, textsOf } from "../../../_edges/texts";
import { EditRelease } from "../_components/edit-release";
import { readRelease } from "../_components/read-release";
import { ReleaseView } from "./_components/release-view";

const channelName = textsOf("release.channel");

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor } = await pageSession("releases:read");
  const release = await readRelease(actor, (await params).id);
  if (!release) return { title: texts("failed.not-found") };
  return { title: `${channelName(release.channel)} ${versionLabel(release.version, release.build)}` };
}

export default async function ReleasePage({ params, searchParams }: Props) {
  const { actor, timeZone } = await pageSession("releases:read");
  const release = await readRelease(actor, (await params).id);
  if (!release) notFound();
  if (release.status === "draft" && can(actor, "releases:write")) {
    const asks = (await searchParams).publish !== undefined;
    return <EditRelease actor={actor} release={release} timeZone={timeZone} asks={asks} />;
  }
  return <ReleaseView actor={actor} release={release} timeZone={timeZone} />;
}
