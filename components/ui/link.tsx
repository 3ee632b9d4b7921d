import type { Route } from "next";
import NextLink from "next/link";
import type { ComponentProps } from "react";

export type LinkProps = Omit<ComponentProps<typeof NextLink>, "href"> & { href: string };

/** next/link for addresses that arrive as data: typed routes are checked where the address is written. */
export function Link({ href, ...rest }: LinkProps) {
  return <NextLink href={href as Route} {...rest} />;
}
