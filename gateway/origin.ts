import type { IncomingMessage } from "node:http";
import proxyAddr from "proxy-addr";
import { env } from "@/lib/env";
import type { Origin } from "@/lib/sessions/sign-in";

/** Where a request came from; forwarded headers count from trusted proxies alone. */
export function originOf(request: IncomingMessage): Origin {
  const trust = proxyAddr.compile(env().TRUSTED_PROXIES);
  return {
    ip: proxyAddr(request, trust).replace(/^::ffff:(?=\d+\.)/, "") || null,
    userAgent: request.headers["user-agent"]?.slice(0, 512) ?? null,
  };
}
