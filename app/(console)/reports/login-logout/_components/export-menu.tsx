"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { countFormat } from "@/components/ui/formats";
import { Menu, MenuItem, MenuSeparator, MenuTicks } from "@/components/ui/menu";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { useExport } from "./use-export";

type Exporting = ReturnType<typeof useExport>;

type ExportMenuProps = {
  exporting: Exporting;
  /** The address of its print view. */
  printed: string;
  /** Where it is scheduled; null for whom may not. */
  scheduled: string | null;
  disabled: boolean;
};

/** The report as a file, or for paper. */
export function ExportMenu({ exporting, printed, scheduled, disabled }: ExportMenuProps) {
  const t = useTranslations("reports.export");
  const [header, setHeader] = useState(true);
  return (
    <Menu
      trigger={
        <Button disabled={disabled || exporting.running !== null}>
          <Download aria-hidden className="size-3.5 text-ink-2" />
          {t("button")}
        </Button>
      }
    >
      <MenuItem onSelect={() => exporting.start("csv", header)}>{t("csv")}</MenuItem>
      <MenuItem onSelect={() => exporting.start("xlsx", header)}>{t("xlsx")}</MenuItem>
      <MenuItem href={printed}>{t("print")}</MenuItem>
      {scheduled !== null && <MenuItem href={scheduled}>{t("schedule")}</MenuItem>}
      <MenuSeparator />
      <MenuTicks
        label={t("options")}
        options={[{ value: "header", label: t("header"), ticked: header }]}
        onToggle={() => setHeader(!header)}
      />
    </Menu>
  );
}

/** How far a file is, or why there is none. */
export function ExportProgress({ exporting }: { exporting: Exporting }) {
  const t = useTranslations("reports.export");
  const problem = useTranslations("problem");
  const cancel = useTranslations("ui")("cancel");
  const locale = useLocale();
  const { running, refused } = exporting;
  const count = (value: number) => countFormat(locale).format(value);
  if (refused)
    return (
      <Alert live title={t("failed")}>
        {problem(refused)}
      </Alert>
    );
  if (!running) return null;
  return (
    <div className="flex items-end gap-4 rounded-lg border border-line bg-panel px-4 py-3">
      <div className="min-w-0 flex-1">
        <ProgressBar
          label={
            running.of === null
              ? t("begins")
              : t("progress", { rows: count(running.rows), of: count(running.of) })
          }
          share={running.of === null ? null : running.of === 0 ? 1 : running.rows / running.of}
        />
      </div>
      <Button onClick={exporting.cancel}>{cancel}</Button>
    </div>
  );
}
