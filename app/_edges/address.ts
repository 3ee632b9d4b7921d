import { isIP } from "node:net";
import proxyAddr from "proxy-addr";
import { env } from "@/lib/env";

/**
 * Where a request came from, by its headers: Next writes the peer's address into `x-forwarded-for` where no proxy has, so
 * the last one that is no trusted proxy is whoever spoke to us or to our proxies.
 */
export function addressOf(headers: Record<string, string | string[] | undefined>): string | null {
  const trusted = proxyAddr.compile(env().TRUSTED_PROXIES);
  const told = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => part.trim().replace(/^::ffff:(?=\d+\.)/, ""))
    .filter((part) => isIP(part) && !part.includes("%"))
    .toReversed();
  return told.find((address, hop) => !trusted(address, hop)) ?? told.at(-1) ?? null;
}
