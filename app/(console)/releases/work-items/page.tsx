import { PackageCheck } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { listWorkItems } from "@/lib/work-items/queries";
import { pageSession } from "../../../_edges/actor";
import { textsOf } from "../../../_edges/texts";
import { GuideLink } from "../_components/guide-link";
import { toShown } from "./_components/shown";
import { Undelivered } from "./_components/undelivered";
import { WorkItem } from "./_components/work-item";

const t = textsOf("work-items");

export const metadata: Metadata = { title: t("title") };

/** What the company's IT is to install for teams whose people do not install it themselves. */
export default async function WorkItemsPage() {
  const { actor, timeZone } = await pageSession("releases:read");
  const { items } = await listWorkItems(actor, { limit: 500 });
  const now = new Date().toISOString();

  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={
          <>
            {t("subtitle")} <GuideLink />
          </>
        }
      />
      <Undelivered actor={actor} />
      <Card flush>
        {items.length === 0 ? (
          <EmptyState icon={<PackageCheck />} title={t("empty")}>
            {t("empty-text")}
          </EmptyState>
        ) : (
          <ul aria-label={t("title")} className="divide-y divide-line">
            {items.map((item) => (
              <WorkItem key={item.id} item={toShown(item)} now={now} timeZone={timeZone} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
