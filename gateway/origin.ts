import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import proxyAddr from "proxy-addr";
import { env } from "@/lib/env";
import type { Origin } from "@/lib/sessions/sign-in";

let trust: ReturnType<typeof proxyAddr.compile> | undefined;

/** Where a request came from; forwarded headers count from trusted proxies alone. */
export function originOf(request: IncomingMessage): Origin {
  trust ??= proxyAddr.compile(env().TRUSTED_PROXIES);
  const told = proxyAddr(request, trust).replace(/^::ffff:(?=\d+\.)/, "");
  return {
    // A proxy may forward anything; a zone or a port is no part of an address.
    ip: isIP(told) && !told.includes("%") ? told : null,
    userAgent: request.headers["user-agent"]?.slice(0, 512) ?? null,
  };
}
