import Bowser from "bowser";

export type Place = { browser: string | null; version: string | null; os: string | null; handheld: boolean };

/** What a browser says of itself, in names that people know; null where it says nothing of the kind. */
export function readUserAgent(userAgent: string | null): Place {
  if (!userAgent) return { browser: null, version: null, os: null, handheld: false };
  const { browser, os, platform } = Bowser.parse(userAgent);
  return {
    browser: browser.name || null,
    version: browser.version?.split(".")[0] || null,
    // Versions of systems are frozen in what browsers say: Windows 11 calls itself 10.
    os: os.name || null,
    handheld: platform.type === "mobile" || platform.type === "tablet",
  };
}
