import type { Route } from "next";
import { redirect } from "next/navigation";
import { addressOf, openedIn, saysAnything, stockView } from "@/app/_components/view-address";
import { type Actor, can } from "@/lib/auth/actor";
import { catalogueFor } from "@/lib/layouts/catalogue";
import { stockContent } from "@/lib/layouts/content";
import { defaultLayout, type ListedLayout, listLayouts } from "@/lib/layouts/queries";
import type { Catalogue } from "@/lib/layouts/reconcile";
import type { LayoutSubject } from "@/lib/layouts/schema";
import { addressWith, type Params } from "./params";

/** What a page has of views: those to choose from, and what the reader may do with them. */
export type Views = {
  layouts: readonly ListedLayout[];
  /** What a view may name. */
  catalogue: Catalogue;
  /** The one that the address names and the reader does not see. */
  missing: string | null;
  /** Whether the reader may share with teams that they see, and with everyone. */
  mayShare: boolean;
  mayPublish: boolean;
};

/**
 * The views of a subject for a page. An address that names a view alone, or nothing where the reader has a default, leads on
 * to the whole of what that view shows: what is taken out of it there stays out.
 */
export async function pageViews(
  actor: Actor,
  subject: LayoutSubject,
  { path, params }: { path: string; params: Params },
): Promise<Views> {
  const [layouts, opens, catalogue] = await Promise.all([
    listLayouts(actor, subject),
    defaultLayout(actor, subject),
    catalogueFor(subject),
  ]);
  const from = addressWith(params);
  const opened = openedIn(from);
  const asked = opened ? opened.view : saysAnything(from, catalogue) ? null : opens;
  const layout = layouts.find(({ id }) => id === asked);
  const missing = opened && !layout && asked !== stockView ? opened.view : null;

  if (asked && !missing && (opened?.at ?? null) === null) {
    const content = layout?.content ?? stockContent;
    const view = { view: asked, at: layout?.revision ?? 0 };
    redirect(`${path}?${addressOf(content, view, { from, catalogue })}` as Route);
  }
  return {
    layouts,
    catalogue,
    missing,
    mayShare: can(actor, "layouts:share"),
    mayPublish: can(actor, "layouts:publish"),
  };
}
