"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { addressOf, anew, type Opened, openedIn, stockView, withGrid } from "@/app/_components/view-address";
import type { Views } from "@/app/_edges/views";
import type { GridLayout } from "@/components/grid/column";
import { parseLayout } from "@/components/grid/layout-param";
import { type Content, stockContent } from "@/lib/layouts/content";
import type { ListedLayout } from "@/lib/layouts/queries";
import { reconcile, sameContent } from "@/lib/layouts/reconcile";
import type { LayoutSubject } from "@/lib/layouts/schema";

export type ViewsInput = {
  subject: LayoutSubject;
  views: Views;
  /** The columns as they are now, and how they are put. The rest is in the address. */
  layout: GridLayout;
  onLayout: (layout: GridLayout) => void;
  /** Where the page keeps its address itself, ahead of the browser's. */
  address?: {
    shown: string;
    put: (to: (from: URLSearchParams) => URLSearchParams, how: "push" | "replace") => void;
    refresh: () => void;
  };
};

/** Which view is shown, whether something was changed since, and how another one is put in its place. */
export function useViews({ views, layout, onLayout, address: own }: Omit<ViewsInput, "subject">) {
  const params = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const [layouts, setLayouts] = useState(views.layouts);
  const [told, setTold] = useState(views.layouts);
  if (told !== views.layouts) {
    setTold(views.layouts);
    setLayouts(views.layouts);
  }

  const { catalogue } = views;
  const { refresh } = own ?? router;
  const text = own?.shown ?? params.toString();
  const address = useMemo(() => new URLSearchParams(text), [text]);
  const opened = openedIn(address);
  const current = layouts.find(({ id }) => id === opened?.view) ?? null;
  const content = useMemo(() => withGrid(layout, address, catalogue), [layout, address, catalogue]);

  // Back, Forward and a link to this page bring another view in the address alone.
  const key = keyOf(opened);
  const known = useRef(key);
  const follow = useEffectEvent((key: string | null) => {
    if (known.current === key) return;
    known.current = key;
    if (opened) onLayout(parseLayout(address));
  });
  useEffect(() => follow(key), [key]);

  // What was changed while the server was asked stays; and where another view was chosen meanwhile, that one.
  const view = opened?.view ?? stockView;
  const latest = useRef({ view, content });
  useEffect(() => {
    latest.current = { view, content };
  }, [view, content]);
  function become(next: { view: string; at: number }) {
    if (latest.current.view === view) put(latest.current.content, next, "replace");
    refresh();
  }

  function put(shown: Content, next: { view: string; at: number }, how: "push" | "replace") {
    const to = (from: URLSearchParams) => addressOf(shown, next, { from, catalogue });
    known.current = keyOf(next);
    if (own) return own.put(to, how);
    const href = `${path}?${to(new URLSearchParams(window.location.search))}`;
    if (how === "push") window.history.pushState(null, "", href);
    else window.history.replaceState(null, "", href);
  }

  return {
    layouts,
    current,
    content,
    modified: !sameContent(content, current?.content ?? reconcile(stockContent, catalogue)),
    /** The revision of the current view that is on the screen. */
    at: opened?.at ?? current?.revision ?? 0,

    /** Shows another view; null is Rollcall's own. */
    show(view: ListedLayout | null) {
      const shown = view?.content ?? stockContent;
      put(shown, view ? { view: view.id, at: view.revision } : { view: stockView, at: 0 }, "push");
      onLayout(shown);
    },

    /** What is on the screen is this view from now on; the list of views follows. */
    adopt(view: ListedLayout, at = view.revision) {
      setLayouts([...layouts.filter(({ id }) => id !== view.id), view]);
      become({ view: view.id, at });
    },

    /** What is on the screen is no view's any more. */
    leave() {
      become({ view: stockView, at: 0 });
    },

    /** Leaves what is on the screen for the current view as it is stored now. */
    showAnew() {
      if (current) window.location.assign(`${path}?${anew(address)}`);
    },

    refresh,
  };
}
const keyOf = (opened: Opened | null) => opened && `${opened.view} ${opened.at}`;

export type ShownViews = ReturnType<typeof useViews>;
