"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import type { ListedLayout } from "@/lib/layouts/queries";
import type { Audience, LayoutSubject, SetDefaultLayout } from "@/lib/layouts/schema";
import { changeLayout, deleteLayout, saveLayout, setDefaultLayout } from "../actions";
import type { ShownViews } from "./use-views";

type Named = { name: string; audience: Audience };

/** What may be done to views; what was refused comes back as its code where a dialog is open to say so. */
export function useViewChange(subject: LayoutSubject, views: ShownViews) {
  const t = useTranslations("views");
  const problem = useTranslations("problem");
  const ui = useTranslations("ui");
  const toast = useToast();
  const [pending, startTransition] = useTransition();
  const { current, content, at } = views;

  async function saveAs({ name, audience }: Named): Promise<ErrorCode | null> {
    const result = await reached(saveLayout({ subject, name, audience, content }));
    if (!result.ok) return result.code;
    views.adopt({ ...fresh, ...result.value, name, audience, content });
    toast({ title: t("saved", { name }) });
    return null;
  }

  function save() {
    if (!current || pending) return;
    startTransition(async () => {
      const result = await reached(changeLayout({ id: current.id, revision: at, content }));
      if (result.ok) {
        views.adopt({ ...current, ...result.value, content });
        return toast({ title: t("saved", { name: current.name }) });
      }
      toast({
        tone: "danger",
        title: problem(result.code),
        ...(result.code === "setting-changed" && {
          action: { label: t("look-again"), onPress: views.showAnew },
        }),
      });
      views.refresh();
    });
  }

  /** Another name or audience; what is on the screen stays unsaved. */
  async function change(patch: Partial<Named>): Promise<ErrorCode | null> {
    if (!current) return "not-found";
    const result = await reached(changeLayout({ id: current.id, revision: current.revision, ...patch }));
    if (!result.ok) return result.code;
    // Where somebody else has saved another content meanwhile, saving over it is still refused.
    const { revision } = result.value;
    views.adopt({ ...current, ...patch, revision }, at === current.revision ? revision : at);
    const { name, audience } = { ...current, ...patch };
    toast({
      title: patch.audience ? t("shared-done", { name, audience: audience.kind }) : t("renamed", { name }),
    });
    return null;
  }

  async function remove(): Promise<ErrorCode | null> {
    if (!current) return null;
    const result = await reached(deleteLayout({ id: current.id, revision: current.revision }));
    if (!result.ok) return result.code;
    const { name, audience, mine } = current;
    views.leave();
    toast({
      title: t("deleted", { name }),
      // Somebody else's would come back as one's own.
      ...(mine && {
        action: {
          label: ui("undo"),
          onPress: () => void restore({ name, audience, content: current.content }),
        },
      }),
    });
    return null;
  }

  async function restore(deleted: Named & Pick<ListedLayout, "content">) {
    const result = await reached(saveLayout({ subject, ...deleted }));
    if (result.ok) views.refresh();
    else toast({ tone: "danger", title: problem(result.code) });
  }

  function opensFor(of: SetDefaultLayout["of"], on: boolean, whom: string) {
    if (!current || pending) return;
    startTransition(async () => {
      const result = await reached(setDefaultLayout({ subject, layoutId: on ? current.id : null, of }));
      if (!result.ok) return toast({ tone: "danger", title: problem(result.code) });
      toast({ title: t("opens-set", { name: current.name, on: String(on), whom }) });
      views.refresh();
    });
  }

  return { pending, save, saveAs, change, remove, opensFor };
}
export type ViewChange = ReturnType<typeof useViewChange>;

// Until the list of views follows.
const fresh = {
  team: null,
  mine: true,
  owner: null,
  opensFor: { me: false, team: false, everyone: false },
  gone: [],
  mayChange: true,
  mayRemove: true,
};
