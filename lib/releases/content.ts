import { z } from "zod";

// The shapes of a release's JSON columns: checked on their way in and on their way out.

/** A text, or texts by language: `{"en": "…", "de-AT": "…"}`. */
export const Notes = z.union([z.string(), z.record(z.string(), z.string())]);
export type Notes = z.output<typeof Notes>;

/** The text for a reader of this language: theirs, that of the language without its region, English, or the first. */
export function notesFor(notes: Notes, locale: string | null): string {
  if (typeof notes === "string") return notes;
  const wanted = [locale ?? "en", (locale ?? "en").split("-")[0] ?? "en", "en"].map((tag) =>
    tag.toLowerCase(),
  );
  const texts = new Map(Object.entries(notes).map(([tag, text]) => [tag.toLowerCase(), text]));
  const found = wanted.map((tag) => texts.get(tag)).find((text) => text !== undefined);
  return found ?? Object.values(notes)[0] ?? "";
}

export const Artifact = z.strictObject({
  os: z.string(),
  arch: z.string(),
  url: z.string(),
  sha512: z.string(),
  size: z.int(),
  edSignature: z.string().optional(),
});
export const Artifacts = z.array(Artifact);

/** What was offered, from when on: see lib/releases/stage.ts. */
export const Offers = z.array(
  z.strictObject({
    at: z.iso.datetime().transform((text) => new Date(text)),
    percent: z.number(),
    teams: z.array(z.string()),
    kind: z.enum(["recommended", "mandatory"]),
  }),
);

/** What a preview counts, in installations. */
export const Counts = z.strictObject({
  /** Older than this release, which they are offered. */
  owed: z.int(),
  /** Signed in on one, by whether an interaction is to end first. */
  signedOutNow: z.int(),
  afterInteraction: z.int(),
  /** Cannot install it. */
  unsupportedOs: z.int(),
  packageDeployment: z.int(),
  unknownVersion: z.int(),
  /** Not older. */
  current: z.int(),
});
export type Counts = z.output<typeof Counts>;

/** Why a publish or an escalation that was due waits for somebody. */
export const Held = z.strictObject({ at: z.iso.datetime(), counts: Counts });
