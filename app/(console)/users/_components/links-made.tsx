"use client";

import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Dialog } from "@/components/ui/dialog";
import { saveFile } from "@/components/ui/save-file";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useToast } from "@/components/ui/toast";
import { type LinkLine, linkFile, linkTable } from "@/lib/auth/link-list";
import type { ErrorCode } from "@/lib/errors";
import type { Left } from "@/lib/users/left";
import { LeftOut } from "./left-out";

type Props = {
  links: readonly LinkLine[];
  left: readonly Left[];
  /** Why no more of them were made. */
  stopped: ErrorCode | null;
  onClose: () => void;
};

/** One-time links of many, shown this once, to be handed over. */
export function LinksMade({ links, left, stopped, onClose }: Props) {
  const t = useTranslations("users.bulk");
  const problem = useTranslations("problem");
  const ui = useTranslations("ui");
  const toast = useToast();
  const [copied, setCopied] = useState(false);
  const [saved, setSaved] = useState(false);
  const taken = copied || saved;

  async function copy() {
    const lines = linkTable(links).map((row) => row.join("\t"));
    if (await copyText(lines.join("\n"))) setCopied(true);
    else toast({ tone: "danger", title: t("links-not-copied") });
  }

  async function save() {
    // What writes the file is needed by those alone who want one.
    const { csvContent } = await import("@/lib/csv");
    saveFile(new Blob([csvContent(linkTable(links))], { type: "text/csv" }), linkFile);
    setSaved(true);
  }

  return (
    <Dialog
      alert
      open
      // Escape is pressed sooner than meant: what is shown once goes by a button alone.
      onOpenChange={(open) => open || (taken && onClose())}
      size="lg"
      title={t("links-title", { count: links.length })}
      description={t("links-text")}
      actions={
        <>
          <Button variant={taken ? "primary" : "ghost"} onClick={onClose}>
            {t(taken ? "close" : "links-leave")}
          </Button>
          <Button onClick={() => void copy()}>
            {copied ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />}
            <span aria-live="polite">{copied ? ui("copied") : t("links-copy")}</span>
          </Button>
          <Button variant={taken ? "secondary" : "primary"} onClick={() => void save()}>
            <Download aria-hidden className="size-3.5" />
            {t("links-save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {stopped && (
          <Alert live title={problem(stopped)}>
            {t("links-stopped")}
          </Alert>
        )}
        {left.length > 0 && <LeftOut left={left} />}
        <LinkRows links={links} />
      </div>
    </Dialog>
  );
}

function LinkRows({ links }: { links: readonly LinkLine[] }) {
  const t = useTranslations("users.bulk");
  return (
    <ScrollRegion aria-label={t("links")} className="max-h-72 overflow-y-auto rounded-md border border-line">
      <ul className="divide-y divide-line">
        {links.slice(0, mostShown).map(({ username, name, link }) => (
          <li key={username} className="grid gap-x-3 px-3 py-1.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <span className="truncate" dir="auto">
              {name} <span className="text-ink-2 text-xs">{username}</span>
            </span>
            <span className="truncate font-mono text-ink-2 text-xs">{link}</span>
          </li>
        ))}
      </ul>
      {links.length > mostShown && (
        <p className="border-line border-t px-3 py-1.5 text-ink-2">
          {t("links-more", { count: links.length - mostShown })}
        </p>
      )}
    </ScrollRegion>
  );
}

// Nobody reads on; the file has all of them.
const mostShown = 500;
