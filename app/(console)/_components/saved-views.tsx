"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { stockView } from "@/app/_components/view-address";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Menu, MenuChoice, MenuItem, MenuSeparator, MenuTicks } from "@/components/ui/menu";
import type { ListedLayout } from "@/lib/layouts/queries";
import { DeleteView } from "./delete-view";
import { useOpensFor } from "./use-opens-for";
import { useViewChange } from "./use-view-change";
import { useViews, type ViewsInput } from "./use-views";
import { ViewDialog, type ViewQuestion } from "./view-dialog";

type Props = ViewsInput & {
  /** With which the reader may share, if with any. */
  teams: readonly { id: string; name: string }[];
};

/** The view that is shown, those that could be, and what can be done about it. */
export function SavedViews({ teams, ...input }: Props) {
  const t = useTranslations("views");
  const shown = useViews(input);
  const change = useViewChange(input.subject, shown);
  const opensFor = useOpensFor(shown.current, { change, mayPublish: input.views.mayPublish });
  const [asking, setAsking] = useState<ViewQuestion | "delete" | null>(null);
  const close = () => setAsking(null);
  const { layouts, current, modified } = shown;
  const name = current?.name ?? t("stock");
  const maySave = current?.mayChange === true && (modified || current.gone.length > 0);

  const groups = [
    { label: t("rollcall"), views: [null] },
    { label: t("mine"), views: layouts.filter(({ mine }) => mine) },
    { label: t("shared"), views: layouts.filter(({ mine }) => !mine) },
  ].filter(({ views }) => views.length > 0);

  return (
    <div className="flex items-center gap-2">
      {modified && (
        <Button pending={change.pending} onClick={() => (maySave ? change.save() : setAsking("save"))}>
          {t(maySave ? "save-changes" : "save")}
        </Button>
      )}
      <Menu
        trigger={
          <Button
            className="max-w-72 rounded-full!"
            aria-label={t("button-name", { name, modified: String(modified) })}
          >
            <span className="font-normal text-ink-2">{t("button")}</span>
            <span className="truncate">{name}</span>
            {modified && <Badge tone="accent">{t("modified")}</Badge>}
            <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
          </Button>
        }
      >
        {groups.map(({ label, views }) => (
          <MenuChoice
            key={label}
            closes
            label={label}
            value={current?.id ?? stockView}
            options={views.map((view) => ({ value: view?.id ?? stockView, label: <ViewName view={view} /> }))}
            onChange={(id) => shown.show(layouts.find((view) => view.id === id) ?? null)}
          />
        ))}
        <MenuSeparator />
        {maySave && <MenuItem onSelect={change.save}>{t("save-changes")}</MenuItem>}
        {modified && <MenuItem onSelect={() => shown.show(current)}>{t("reset")}</MenuItem>}
        <MenuItem onSelect={() => setAsking("save")}>{t("save-as")}</MenuItem>
        {current?.mayChange && <MenuItem onSelect={() => setAsking("rename")}>{t("rename")}</MenuItem>}
        {current?.mayRemove && (input.views.mayShare || current.audience.kind !== "personal") && (
          <MenuItem onSelect={() => setAsking("share")}>{t("share")}</MenuItem>
        )}
        {current?.mayRemove && (
          <MenuItem danger onSelect={() => setAsking("delete")}>
            {t("delete")}
          </MenuItem>
        )}
        {current && (
          <>
            <MenuSeparator />
            <MenuTicks label={t("opens")} options={opensFor.options} onToggle={opensFor.toggle} />
          </>
        )}
      </Menu>
      {asking && asking !== "delete" && (
        <ViewDialog
          about={asking}
          current={current}
          views={input.views}
          teams={teams}
          change={change}
          onClose={close}
        />
      )}
      {asking === "delete" && current && <DeleteView view={current} change={change} onClose={close} />}
    </div>
  );
}

function ViewName({ view }: { view: ListedLayout | null }) {
  const t = useTranslations("views");
  if (!view) return t("stock");
  const { kind } = view.audience;
  return (
    <span className="flex items-baseline justify-between gap-4">
      <span className="max-w-64 truncate">{view.name}</span>
      {kind !== "personal" && (
        <span className="max-w-40 truncate text-ink-3 text-xs">
          {kind === "team" ? t("with-team", { team: view.team ?? "" }) : t("with-everyone")}
        </span>
      )}
    </span>
  );
}
