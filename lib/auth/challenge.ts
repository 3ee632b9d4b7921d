/** What an answer 401 asks for (RFC 6750): a token, or another one than this request's header `authorization` carried. */
export function challenge(authorization: string | null | undefined) {
  const sent = /^Bearer +\S/i.test(authorization ?? "");
  return `Bearer realm="Rollcall"${sent ? ', error="invalid_token"' : ""}`;
}
