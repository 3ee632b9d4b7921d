"use client";

import { Copy, Link2 } from "lucide-react";
import { Fragment } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { formatExact } from "@/components/ui/moment";
import { useToast } from "@/components/ui/toast";
import type { LogLine } from "@/lib/logs/asked";
import { linkTo, textOf } from "./line-text";
import { Marked } from "./marked";

/** All that a line tells, one field under the other, and what can be taken along. */
export function LineDetails({ line, search }: { line: LogLine; search: string }) {
  const t = useTranslations("logs.view");
  const toast = useToast();
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  const fields = Object.entries(line.fields ?? {});

  async function copy(text: string, done: string) {
    if (await copyText(text)) toast({ title: done });
    else toast({ tone: "danger", title: t("not-copied") });
  }

  return (
    <div className="my-1.5 flex flex-col gap-2 border-line-strong border-l-2 pl-3 cursor-auto">
      <dl className="grid grid-cols-[minmax(4rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-0.5">
        {line.at && (
          <>
            <dt className="text-ink-2">{t("time")}</dt>
            <dd>{formatExact(line.at, reader)}</dd>
          </>
        )}
        {fields.map(([key, value]) => (
          <Fragment key={key}>
            <dt className="text-ink-2 [overflow-wrap:anywhere]">{key}</dt>
            <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              <Marked
                text={typeof value === "string" ? value : JSON.stringify(value, null, 2)}
                search={search}
              />
            </dd>
          </Fragment>
        ))}
      </dl>
      <p className="flex flex-wrap gap-2 font-sans">
        <Button size="sm" onClick={() => void copy(textOf(line), t("copied"))}>
          <Copy aria-hidden className="size-3" />
          {t("copy")}
        </Button>
        <Button size="sm" onClick={() => void copy(linkTo(line.number), t("link-copied"))}>
          <Link2 aria-hidden className="size-3" />
          {t("copy-link")}
        </Button>
      </p>
    </div>
  );
}
