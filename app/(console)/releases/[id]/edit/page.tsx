import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { pageSession } from "../../../../_edges/actor";
import { textsOf } from "../../../../_edges/texts";
import { EditRelease } from "../../_components/edit-release";
import { readRelease } from "../../_components/read-release";

export const metadata: Metadata = { title: textsOf("release.step")("edit") };

type Props = { params: Promise<{ id: string }> };

/** A release that waits for its time, changed before it: a draft again once it is saved. */
export default async function EditReleasePage({ params }: Props) {
  const { actor, timeZone } = await pageSession("releases:write");
  const release = await readRelease(actor, (await params).id);
  if (!release) notFound();
  if (release.status !== "scheduled") redirect(`/releases/${release.id}`);
  return <EditRelease actor={actor} release={release} timeZone={timeZone} asks={false} />;
}
