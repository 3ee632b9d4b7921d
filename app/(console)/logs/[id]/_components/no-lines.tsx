"use client";

import { FileText, Hourglass } from "lucide-react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { OpenedLog } from "@/lib/logs/row";

/** Why there is nothing to read, and whether something will come. */
export function NoLines({ log: { status, endedAt, name } }: { log: OpenedLog }) {
  const t = useTranslations("logs.nothing");
  return (
    <EmptyState
      icon={endedAt === null ? <Hourglass /> : <FileText />}
      title={t(`${status}.title`, { name })}
      className="my-auto"
    >
      {t(`${status}.text`, { name })}
    </EmptyState>
  );
}
