"use client";

import type { Route } from "next";
import NextLink from "next/link";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { heldBack } from "./leave-guard";

export type LinkProps = Omit<ComponentProps<typeof NextLink>, "href" | "prefetch"> & { href: string };

/**
 * next/link for addresses that arrive as data: typed routes are checked where the address is written. A page is
 * prefetched when somebody comes near its link: the menu alone would ask the server for ten with every page.
 */
export function Link({ href, onMouseEnter, onFocus, ...rest }: LinkProps) {
  const router = useRouter();
  return (
    <NextLink
      {...rest}
      href={href as Route}
      prefetch={false}
      onMouseEnter={(event) => {
        router.prefetch(href as Route);
        onMouseEnter?.(event);
      }}
      onFocus={(event) => {
        router.prefetch(href as Route);
        onFocus?.(event);
      }}
      onNavigate={(event) => {
        if (heldBack(() => router.push(href as Route))) event.preventDefault();
      }}
    />
  );
}
