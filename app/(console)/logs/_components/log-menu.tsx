"use client";

import { CircleStop, Download, Ellipsis, Pin, PinOff, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { LogRow } from "@/lib/logs/row";
import { keepLog } from "../actions";
import { ConfirmDeed, type Deed } from "./confirm-deed";
import { logFile } from "./log-file";
import type { Powers } from "./powers";

type Props = {
  row: LogRow;
  powers: Powers;
  /** After something was changed; `gone` after it was deleted. */
  onDone: (gone: boolean) => void;
};

/** What can be done with a log; nothing for whoever may only read it. */
export function LogMenu({ row, powers, onDone }: Props) {
  const t = useTranslations("logs.menu");
  const problem = useTranslations("problem");
  const toast = useToast();
  const [asking, setAsking] = useState<Deed | null>(null);
  const mayStop = powers.ask && row.endedAt === null;
  const hasLines = powers.download && row.lines > 0;
  if (!mayStop && !hasLines && !powers.delete) return null;

  async function keep(kept: boolean) {
    const result = await reached(keepLog({ id: row.id, kept }));
    if (!result.ok) return toast({ tone: "danger", title: problem(result.code) });
    toast({ title: t(kept ? "kept" : "unkept"), description: t(kept ? "kept-text" : "unkept-text") });
    onDone(false);
  }

  return (
    <>
      <Menu
        trigger={
          <Button
            variant="ghost"
            size="iconSm"
            aria-label={t("label", { name: row.name, reason: row.reason })}
          >
            <Ellipsis aria-hidden className="size-4" />
          </Button>
        }
      >
        {hasLines &&
          (["log", "ndjson"] as const).map((format) => (
            <MenuItem
              key={format}
              icon={<Download />}
              onSelect={() => window.location.assign(logFile(row.id, format))}
            >
              {t(`download-${format}`)}
            </MenuItem>
          ))}
        {powers.delete && (
          <MenuItem icon={row.kept ? <PinOff /> : <Pin />} onSelect={() => void keep(!row.kept)}>
            {t(row.kept ? "unkeep" : "keep")}
          </MenuItem>
        )}
        {(mayStop || powers.delete) && <MenuSeparator />}
        {mayStop && (
          <MenuItem icon={<CircleStop />} onSelect={() => setAsking("cancel")}>
            {t("cancel")}
          </MenuItem>
        )}
        {powers.delete && (
          <MenuItem danger icon={<Trash2 />} onSelect={() => setAsking("delete")}>
            {t("delete")}
          </MenuItem>
        )}
      </Menu>
      {asking && (
        <ConfirmDeed
          deed={asking}
          row={row}
          onClose={() => setAsking(null)}
          onDone={() => onDone(asking === "delete")}
        />
      )}
    </>
  );
}
