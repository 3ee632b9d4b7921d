"use client";

import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatMomentBeside } from "@/components/ui/moment";
import type { AgentList } from "@/lib/agents/schema";
import type { UpdatesAhead as Updates } from "@/lib/agents/view";
import { type ChangeAddress, put } from "./use-agent-list";

type Props = { updates: Updates; now: string; list: AgentList; change: ChangeAddress };

/** Who is about to be signed out for a mandatory update, before the floor grows thinner. */
export function UpdatesAhead({ updates, now, list, change }: Props) {
  const t = useTranslations("agents.updates");
  const reader = { now, locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  const { ahead, waiting, later, first, last } = updates;
  // Of a date next week nobody is told all day.
  if (ahead + waiting === 0) return null;

  const from = first && formatMomentBeside(first, now, reader);
  const to = first && last && formatMomentBeside(last, first, reader);
  const [title, ...more] = [
    ahead > 0 &&
      (from === to
        ? t("at", { count: ahead, at: from ?? "" })
        : t("between", { count: ahead, from: from ?? "", to: to ?? "" })),
    waiting > 0 && t("waiting", { count: waiting }),
    later > 0 && t("later", { count: later }),
  ].filter(Boolean);
  return (
    <Alert
      tone="notice"
      title={title}
      action={
        <Button
          size="sm"
          aria-pressed={list.updating !== undefined}
          onClick={() => change((address) => put(address, "updating", list.updating ? null : "1"))}
        >
          {list.updating ? t("show-all") : t("show")}
        </Button>
      }
    >
      {more.length > 0 && more.join(" ")}
    </Alert>
  );
}
