"use client";

import { createContext, type ReactNode, type RefObject, useContext } from "react";

const InDialog = createContext(false);

/** Looked up when something opens: pages come and go, this does not. */
const landmark: RefObject<HTMLElement | null> = {
  get current() {
    return document.querySelector<HTMLElement>("[data-overlays]");
  },
};

/** Where popups hang in the document: inside the page's main landmark, or in the dialog they belong to. */
export function useOverlayPlace() {
  return useContext(InDialog) ? undefined : landmark;
}

/** Stands once at the end of the main landmark. */
export function Overlays() {
  return <div data-overlays />;
}

export function OverlaysInDialog({ children }: { children: ReactNode }) {
  return <InDialog value={true}>{children}</InDialog>;
}
