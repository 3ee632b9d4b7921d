import { v4 as uuid } from "uuid";
import { z } from "zod";
import { readSavedJson, writeSaved } from "./saved";
import { thisBrowser } from "./this-browser";

export const apps = ["Mobile", "Agent Desktop"] as const;
export type App = (typeof apps)[number];

export const details = [
  "version",
  "build",
  "osName",
  "osVersion",
  "device",
  "browserName",
  "browserVersion",
] as const;
export type Detail = (typeof details)[number];
export const Details = z.record(z.enum(details), z.string());
export type Details = z.infer<typeof Details>;

const Own = z.object({ changed: z.partialRecord(z.enum(details), z.string()), installId: z.uuid() });

/** What the person chose; what they left alone follows the defaults. */
const About = z.object({
  app: z.enum(["auto", ...apps]),
  own: z.object({ Mobile: Own, "Agent Desktop": Own }),
});
export type About = z.infer<typeof About>;
export type Defaults = Record<App, Details>;

export async function readDefaults(): Promise<Defaults> {
  const none = { build: "", device: "", browserName: "", browserVersion: "" };
  const phone = { osName: "iOS", osVersion: "14.8", device: "iPhone 8 Plus" };
  return {
    Mobile: { ...none, ...phone, version: "2.17.60", build: "2.62740" },
    "Agent Desktop": { ...none, ...(await thisBrowser(navigator)), version: "5.24.99" },
  };
}

const key = "rollcall.agent.about";

export function readAbout(): About {
  const saved = About.safeParse(readSavedJson(key));
  if (saved.success) return saved.data;
  const fresh = () => ({ changed: {}, installId: uuid() });
  const about: About = { app: "auto", own: { Mobile: fresh(), "Agent Desktop": fresh() } };
  writeAbout(about);
  return about;
}

export const writeAbout = (about: About) => writeSaved(key, JSON.stringify(about));

/** `wide`: the window has room for a desktop. */
export const appNow = (about: About, wide: boolean): App =>
  about.app === "auto" ? (wide ? "Agent Desktop" : "Mobile") : about.app;

export const detailsOf = (about: About, defaults: Defaults, app: App): Details => ({
  ...defaults[app],
  ...about.own[app].changed,
});

/** Keeps what differs from the defaults. */
export function withDetails(about: About, defaults: Defaults, app: App, chosen: Details): About {
  const differing = details.filter((name) => chosen[name] !== defaults[app][name]);
  const changed = Object.fromEntries(differing.map((name) => [name, chosen[name]]));
  return { ...about, own: { ...about.own, [app]: { ...about.own[app], changed } } };
}
