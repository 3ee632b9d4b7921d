"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { OpenedLog } from "@/lib/logs/row";
import type { Powers } from "../../_components/powers";
import { LogHead } from "./log-head";
import { LogPane, type PaneProps } from "./log-pane";
import { NoLines } from "./no-lines";
import { useLog } from "./use-log";

type Props = Omit<PaneProps, "log"> & { given: OpenedLog; powers: Powers; now: string };

/** One log: what was asked for and how far it is, and its lines while they arrive and after. */
export function LogView({ given, powers, now, ...pane }: Props) {
  const t = useTranslations("logs.view");
  const { log, gone } = useLog(given);

  return (
    // As high as the window leaves: the lines scroll, not the page.
    <div className="flex h-[calc(100dvh-5.625rem)] min-h-160 flex-col gap-4">
      <LogHead log={log} powers={powers} now={now} />
      {gone && (
        <Alert
          live
          tone="warn"
          title={t("gone")}
          action={<ButtonLink href="/logs">{t("to-logs")}</ButtonLink>}
        />
      )}
      <Card flush className="relative flex min-h-0 flex-1 flex-col">
        {log.lines === 0 ? <NoLines log={log} /> : <LogPane log={log} {...pane} />}
      </Card>
    </div>
  );
}
