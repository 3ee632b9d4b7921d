import { z } from "zod";
import { texts } from "@/app/_edges/texts";
import type { Sentence } from "@/lib/releases/sentences";
import { isKnownVersion } from "@/lib/versions/key";
import { versionLabel } from "@/lib/versions/label";
import type { Channel, UpdateStatus } from "@/prisma/generated/enums";

export const Update = z
  .strictObject({
    status: z.enum(["current", "recommended", "mandatory", "blocked", "os-too-old", "unknown-version"]),
    release: z
      .strictObject({ id: z.uuid(), version: z.string(), build: z.string().nullable(), label: z.string() })
      .nullable(),
    since: z.iso.datetime().nullable(),
    because: z.string(),
  })
  .meta({ id: "Update" });
export type Update = z.input<typeof Update>;

type Judged = {
  channel: Channel;
  updateStatus: UpdateStatus | null;
  updateSince: Date | null;
  updateRelease: { id: string; version: string; build: string | null; minimumOs: string | null } | null;
};

/** What the app of a seat owes, as the policy left it: a mandatory update keeps out whoever is not signed in. */
export function updateJson(
  seat: { open: boolean; version: string | null; build: string | null; installation: Judged | null },
  packaged: boolean,
): Update {
  const version = versionLabel(seat.version ?? "", seat.build);
  const judged = seat.installation;
  const release = judged?.updateRelease ?? null;
  const since = judged?.updateSince ?? null;
  const status = statusOf(seat, judged?.updateStatus ?? null, packaged);
  const named = release && {
    id: release.id,
    version: release.version,
    build: release.build,
    label: versionLabel(release.version, release.build),
  };
  const answer = { status, release: named, since: since?.toISOString() ?? null };
  if (status === "unknown-version") return { ...answer, because: sentenceText({ code: status, version }) };
  if (!judged || !named || !since || status === "current")
    return { ...answer, because: sentenceText({ code: "current", version }) };
  if (status === "os-too-old") {
    const minimumOs = release?.minimumOs ?? "";
    return { ...answer, because: sentenceText({ code: status, release: named.label, minimumOs, os: null }) };
  }
  const { channel } = judged;
  return {
    ...answer,
    because: sentenceText({ code: status, release: named.label, channel, since, version }),
  };
}

function statusOf(
  { open, version }: { open: boolean; version: string | null },
  stored: UpdateStatus | null,
  packaged: boolean,
): Update["status"] {
  switch (stored) {
    case null:
      // Not judged yet: an app that signed in before there were releases.
      return isKnownVersion(version ?? "") ? "current" : "unknown-version";
    case "mandatory":
      // Until their IT is due nobody on package deployment is kept out.
      return open || packaged ? "mandatory" : "blocked";
    case "os_too_old":
      return "os-too-old";
    case "unknown_version":
      return "unknown-version";
    default:
      return stored;
  }
}

/** A sentence in the API's language, its moments in UTC. */
export function sentenceText(sentence: Sentence): string {
  const t = (code: Sentence["code"], figures: Record<string, string> = {}) =>
    texts(`update.sentence.${code}`, figures);
  switch (sentence.code) {
    case "recommended":
    case "mandatory":
    case "blocked":
      return t(sentence.code, {
        release: sentence.release,
        version: sentence.version,
        channel: texts(`update.channel.${sentence.channel}`),
        since: sentence.since.toISOString(),
      });
    case "os-too-old":
      return t(sentence.code, {
        release: sentence.release,
        minimumOs: sentence.minimumOs,
        os: sentence.os ?? texts("update.sentence.unknown-os"),
      });
    case "current":
    case "unknown-version":
      return t(sentence.code, { version: sentence.version });
    case "install":
      return t(sentence.code, { release: sentence.release });
    case "signed-out-at":
    case "packaged-until":
      return t(sentence.code, { at: sentence.at.toISOString() });
    default:
      return t(sentence.code);
  }
}
