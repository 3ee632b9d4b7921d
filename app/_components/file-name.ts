/** What a file is called where it lies; its host where it has no name. */
export function fileName(url: string): string {
  const { pathname, hostname } = new URL(url);
  const name = pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(name) || hostname;
  } catch {
    return name;
  }
}
