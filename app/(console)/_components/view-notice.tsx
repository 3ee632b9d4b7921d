"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import { anew, openedIn } from "@/app/_components/view-address";
import type { Views } from "@/app/_edges/views";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** Says what the reader should know of the view that an address names: it is not there for them, or not as it was. */
export function ViewNotice({ views: { layouts, missing } }: { views: Pick<Views, "layouts" | "missing"> }) {
  const t = useTranslations("views");
  const path = usePathname();
  const address = new URLSearchParams(useSearchParams());
  const opened = openedIn(address);
  if (!opened) return null;
  if (opened.view === missing)
    return (
      <Alert tone="notice" live title={t("missing")}>
        {t("missing-text")}
      </Alert>
    );

  const layout = layouts.find(({ id }) => id === opened.view);
  if (!layout) return null;
  if (opened.at !== null && opened.at < layout.revision)
    return (
      <Alert
        tone="notice"
        live
        title={t("changed", { name: layout.name })}
        action={
          <Button onClick={() => window.location.assign(`${path}?${anew(address)}`)}>
            {t("look-again")}
          </Button>
        }
      >
        {t("changed-text")}
      </Alert>
    );
  if (layout.gone.length === 0) return null;
  const parts: Record<string, string> = {
    order: t("part.order"),
    widths: t("part.widths"),
    hidden: t("part.hidden"),
    density: t("part.density"),
    sort: t("part.sort"),
    filters: t("part.filters"),
    group: t("part.group"),
  };
  return (
    <Alert
      tone="notice"
      live
      title={t("gone", { names: layout.gone.map((name) => parts[name] ?? name).join(", ") })}
    >
      {t("gone-text")}
    </Alert>
  );
}
