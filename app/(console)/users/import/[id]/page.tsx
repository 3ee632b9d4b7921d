import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Actor } from "@/lib/auth/actor";
import { linesOfImport, previewImport } from "@/lib/imports/preview";
import { importProgress, undoExceptions } from "@/lib/imports/queries";
import { ShownLines, Which } from "@/lib/imports/schema";
import { pageSession } from "../../../../_edges/actor";
import { textsOf } from "../../../../_edges/texts";
import { Draft } from "./_components/draft";
import { firstLines } from "./_components/read-lines";
import { Watch } from "./_components/watch";

export const metadata: Metadata = { title: textsOf("import")("title") };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OneImportPage({ params, searchParams }: Props) {
  const { actor } = await pageSession("users:write");
  const which = Which.safeParse(await params);
  if (!which.success) notFound();
  const { id } = which.data;
  const progress = await importProgress(actor, id);
  if (!progress.ok) notFound();
  if (progress.value.state === "draft") return draftPage(actor, id, ShownLines.parse(await searchParams));
  const exceptions = progress.value.state === "undone" ? await undoExceptions(actor, id) : [];
  return <Watch initial={progress.value} exceptions={exceptions} />;
}

async function draftPage(actor: Actor, id: string, asked: ShownLines) {
  const preview = await previewImport(actor, id);
  if (!preview.ok) return notFound();
  const { asOf, outcome } = preview.value;
  const show = asked.show ?? (outcome && outcome.bad > 0 ? "bad" : "all");
  const found = await linesOfImport(actor, id, { ...asked, ...firstLines, show, asOf });
  return found.ok ? <Draft preview={preview.value} lines={{ asked, found: found.value }} /> : notFound();
}
