"use client";

import { LoaderCircle } from "lucide-react";
import { useLinkStatus } from "next/link";

/** Inside a Link: turns while its page is on the way, if that takes a moment. */
export function Pending() {
  const { pending } = useLinkStatus();
  return pending && <LoaderCircle aria-hidden className="fade-in-late size-3.5 text-ink-3" />;
}
