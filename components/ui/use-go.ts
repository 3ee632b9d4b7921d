"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { heldBack } from "./leave-guard";

/** Goes to another page as a link does: with unsaved changes the reader is asked first. */
export function useGo() {
  const router = useRouter();
  return (href: string) => {
    const go = () => router.push(href as Route);
    if (!heldBack(go)) go();
  };
}
