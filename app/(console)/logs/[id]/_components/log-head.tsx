"use client";

import { Download } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { buttonStyle } from "@/components/ui/button-style";
import { Link } from "@/components/ui/link";
import { LiveDot } from "@/components/ui/live-dot";
import type { OpenedLog } from "@/lib/logs/row";
import { logFile } from "../../_components/log-file";
import { LogMenu } from "../../_components/log-menu";
import { LogStatusBadge } from "../../_components/log-status";
import type { Powers } from "../../_components/powers";
import { Course } from "./course";
import { LogFacts } from "./log-facts";

type Props = { log: OpenedLog; powers: Powers; now: string };

/** Whose log it is and why, how far it is, and what can be done with it. */
export function LogHead({ log, powers, now }: Props) {
  const t = useTranslations("logs");
  const router = useRouter();
  return (
    <div className="flex flex-col gap-2">
      <PageHeader
        title={log.reason}
        status={
          <>
            <LogStatusBadge status={log.status} />
            {log.ticket !== null && <Badge>{log.ticket}</Badge>}
            {log.status === "uploading" && <LiveDot status="live" label={t("view.arriving")} />}
          </>
        }
        subtitle={
          <>
            <Link
              href={`/users/${encodeURIComponent(log.username)}/logs`}
              className="text-accent underline underline-offset-2"
            >
              {log.name}
            </Link>
            {` · ${log.team}`}
          </>
        }
        actions={
          <>
            {powers.download && log.lines > 0 && (
              <a href={logFile(log.id, "log")} download className={buttonStyle("secondary")}>
                <Download aria-hidden className="size-3.5" />
                {t("view.download")}
              </a>
            )}
            <LogMenu
              row={log}
              powers={powers}
              onDone={(gone) => (gone ? router.push("/logs" as Route) : router.refresh())}
            />
          </>
        }
      />
      <Course log={log} now={now} />
      <LogFacts log={log} now={now} />
    </div>
  );
}
