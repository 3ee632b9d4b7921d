"use client";

import type { Route } from "next";
import NextLink from "next/link";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { heldBack } from "./leave-guard";

export type LinkProps = Omit<ComponentProps<typeof NextLink>, "href"> & { href: string };

/** next/link for addresses that arrive as data: typed routes are checked where the address is written. */
export function Link({ href, ...rest }: LinkProps) {
  const router = useRouter();
  return (
    <NextLink
      {...rest}
      href={href as Route}
      onNavigate={(event) => {
        if (heldBack(() => router.push(href as Route))) event.preventDefault();
      }}
    />
  );
}
