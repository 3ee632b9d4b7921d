import type { IncomingHttpHeaders } from "node:http";

/** The token of a request: from the header, or for a browser's socket from the subprotocol `bearer.<token>`. */
export function bearerToken(headers: IncomingHttpHeaders): string | undefined {
  const header = /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1];
  const offered = (headers["sec-websocket-protocol"] ?? "").split(",").map((part) => part.trim());
  return header ?? offered.find((part) => part.startsWith("bearer."))?.slice("bearer.".length);
}
