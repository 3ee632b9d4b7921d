const yearSeconds = 31_536_000;

/** A preference that the server reads at the next request; nothing secret. */
export function writeCookie(name: string, value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we serve.
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${yearSeconds}; samesite=lax`;
}

/** What the browser keeps of it now, whoever wrote it. */
export function readCookie(name: string): string | undefined {
  const kept = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return kept && decodeURIComponent(kept.slice(name.length + 1));
}
