"use client";

import { useTranslations } from "use-intl";
import type { ListedLayout } from "@/lib/layouts/queries";
import type { SetDefaultLayout } from "@/lib/layouts/schema";
import type { ViewChange } from "./use-view-change";

type Kind = SetDefaultLayout["of"]["kind"];
type Input = { change: ViewChange; mayPublish: boolean };

/** For whom the page opens with a view: as ticks, of those for whom the reader may say so. */
export function useOpensFor(view: ListedLayout | null, { change, mayPublish }: Input) {
  const t = useTranslations("views");
  const text: Record<Kind, string> = {
    me: t("opens-me"),
    team: t("opens-team", { team: view?.team ?? "" }),
    everyone: t("opens-everyone"),
  };
  const kinds: Kind[] = ["me"];
  if (view && mayPublish && view.audience.kind !== "personal") kinds.push(view.audience.kind);

  return {
    options: kinds.map((kind) => ({ value: kind, label: text[kind], ticked: view?.opensFor[kind] ?? false })),
    toggle(value: string) {
      const kind = kinds.find((kind) => kind === value);
      if (!view || !kind) return;
      const { audience } = view;
      const of = kind === "team" ? (audience.kind === "team" ? audience : null) : { kind };
      if (of) change.opensFor(of, !view.opensFor[kind], text[kind]);
    },
  };
}
