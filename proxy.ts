import { type NextRequest, NextResponse } from "next/server";

const websocket = (url: string) => url.replace(/^http/, "ws");

/** A Content Security Policy with a nonce of its own for every page, and the path for the sign-in to come back to. */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const gateway = new URL(process.env.GATEWAY_URL ?? "http://localhost:3001").origin;
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Development injects styles as it reloads them.
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    `connect-src 'self' ${gateway} ${websocket(gateway)}`,
    "img-src 'self' data:",
    // The agent app's, which a nonce cannot name.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-rollcall-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("x-content-type-options", "nosniff");
  return response;
}

export const config = { matcher: ["/((?!api|_next/static|_next/image|favicon.ico).*)"] };
