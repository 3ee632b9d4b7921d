import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { textsOf } from "../../_edges/texts";

const t = textsOf("no-access");

export const metadata: Metadata = { title: t("title") };

export default function NoAccessPage() {
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState title={t("title")}>{t("text")}</EmptyState>
    </>
  );
}
