import { z } from "zod";
import type { AppFacts } from "@/client/rollcall";
import { versionLabel } from "@/lib/versions/label";
import { type About, appNow, apps, type Defaults, Details, detailsOf } from "./about";
import { readSavedJson, writeSaved } from "./saved";

/** What the app says of itself at one sign-in. */
const Reported = z.object({ app: z.enum(apps), details: Details, installId: z.uuid() });
export type Reported = z.infer<typeof Reported>;

export function reportedOf(about: About, defaults: Defaults, wide: boolean): Reported {
  const app = appNow(about, wide);
  return { app, details: detailsOf(about, defaults, app), installId: about.own[app].installId };
}

const pair = (name: string, version: string) =>
  name || version ? { name, version: version || undefined } : undefined;

/** As the protocol wants it: what is empty is left out. */
export function factsOf({ app, details, installId }: Reported): AppFacts {
  return {
    app,
    version: details.version,
    build: details.build || undefined,
    os: pair(details.osName, details.osVersion),
    device: details.device ? { model: details.device } : undefined,
    browser: app === "Mobile" ? undefined : pair(details.browserName, details.browserVersion),
    installId,
    locale: navigator.language || undefined,
  };
}

/** `Mobile v2.17.60 (2.62740)` */
export const appLabel = ({ app, version, build }: { app: string; version: string; build: string | null }) =>
  `${app} ${versionLabel(version, build)}`;

export const reportedLabel = ({ app, details: { version, build } }: Reported) =>
  appLabel({ app, version, build: build || null });

export const joined = (name: string, version: string) => [name, version].filter(Boolean).join(" ");

const key = "rollcall.agent.reported";

/** What the open session was signed in with, for after a reload. */
export const saveReported = (reported: Reported) => writeSaved(key, JSON.stringify(reported));

export const readReported = (): Reported | null => Reported.safeParse(readSavedJson(key)).data ?? null;
