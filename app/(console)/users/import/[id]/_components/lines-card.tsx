"use client";

import { ListChecks, SearchX } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Grid } from "@/components/grid/grid";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Segments } from "@/components/ui/segments";
import type { ImportPreview } from "@/lib/imports/preview";
import { type PreviewLine, shows } from "@/lib/imports/schema";
import { SearchField } from "../../../../_components/search-field";
import { useLineColumns } from "./line-columns";
import { LinePanel } from "./line-panel";
import type { useLines } from "./use-lines";

type Props = { preview: ImportPreview; lines: ReturnType<typeof useLines> };

/** Who would be made and changed and how, and every bad line: before anything is written. */
export function LinesCard({ preview, lines }: Props) {
  const t = useTranslations("import");
  const problem = useTranslations("problem");
  const { id, header, mapping, outcome } = preview;
  const columns = useLineColumns(header, mapping);
  const [opened, setOpened] = useState<PreviewLine | null>(null);
  const [open, setOpen] = useState(false);
  if (!outcome) return null;
  const counts = { ...outcome, all: preview.lines };
  const { search, show, onShow, onSearch } = lines;

  return (
    <Card flush id="lines" aria-label={t("lines")} aria-busy={lines.pending} className="scroll-mt-16">
      <CardHeader
        title={t("lines")}
        subtitle={t("lines-text")}
        className="px-4 pt-3.5 pb-2.5"
        actions={
          outcome.bad > 0 && (
            <a href={`/api/imports/${id}/bad-lines`} download className={buttonStyle("secondary")}>
              {t("download-bad")}
            </a>
          )
        }
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 pb-3">
        <SearchField
          search={search}
          label={t("search-label")}
          placeholder={t("search")}
          pending={lines.pending}
          onSearch={onSearch}
          className="w-72"
        />
        <Segments
          label={t("show.label")}
          value={show}
          items={shows
            .filter((value) => value === "all" || value === show || counts[value] > 0)
            .map((value) => ({ value, label: t(`show.${value}`), count: counts[value] }))}
          onChange={onShow}
        />
      </div>
      {lines.failed && (
        <div className="border-line border-b px-4 py-3">
          <Alert live title={problem("unavailable")} />
        </div>
      )}
      <Grid
        label={t("lines")}
        columns={columns}
        rows={lines.source}
        rowId={lines.rowId}
        onOpen={(line) => {
          setOpened(line);
          setOpen(true);
        }}
        empty={
          <EmptyState
            icon={search ? <SearchX /> : <ListChecks />}
            title={t(search ? "no-match" : "none-of-these")}
            action={
              <Button onClick={() => (search ? onSearch("") : onShow("all"))}>
                {search ? t("clear-search") : t("show-all", { count: preview.lines })}
              </Button>
            }
          />
        }
      />
      <LinePanel line={opened} open={open} header={header} mapping={mapping} onClose={() => setOpen(false)} />
    </Card>
  );
}
