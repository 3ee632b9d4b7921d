import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { listImports } from "@/lib/imports/queries";
import { pageSession } from "../../../_edges/actor";
import { textsOf } from "../../../_edges/texts";
import { PastImports } from "./_components/past-imports";
import { UploadForm } from "./_components/upload-form";

const t = textsOf("import");

export const metadata: Metadata = { title: t("title") };

export default async function ImportPage() {
  const { actor } = await pageSession("users:write");
  const [imports, now] = await Promise.all([listImports(actor), databaseNow(db)]);

  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      <UploadForm />
      {imports.length > 0 && <PastImports imports={imports} now={now.toISOString()} />}
    </>
  );
}
