import { z } from "zod";
import { texts } from "@/app/_edges/texts";
import type { Considered } from "@/lib/releases/consider";
import type { Explained } from "@/lib/releases/explain";
import { deviceName } from "@/lib/sessions/device-names";
import { versionLabel } from "@/lib/versions/label";
import { Channel } from "@/prisma/generated/enums";
import { sentenceText } from "./update";

const time = z.iso.datetime();

const ExplainedApp = z
  .strictObject({
    channel: z.enum(Channel),
    label: z.string(),
    os: z.string().nullable(),
    device: z.string().nullable(),
    lastSeen: time,
    signedIn: z.boolean(),
    status: z.enum(["current", "recommended", "mandatory", "blocked", "os-too-old", "unknown-version"]),
    sentences: z.array(z.string()),
    considered: z.array(
      z.strictObject({
        releaseId: z.uuid(),
        label: z.string(),
        verdict: z.string(),
        because: z.string(),
        toldAt: time.nullable(),
      }),
    ),
  })
  .meta({ id: "ExplainedApp" });

export const Explanation = z
  .strictObject({
    at: time,
    unknownVersion: z.enum(["warn", "allow", "block"]),
    sentences: z.array(z.string()),
    items: z.array(ExplainedApp),
  })
  .meta({ id: "Explanation" });

export function explanationJson({ now, unknownVersion, items }: Explained): z.input<typeof Explanation> {
  const apps = items.map(({ installation, decision, sentences, considered, told }) => {
    const blocked = decision.status === "mandatory" && decision.blocks && !installation.signedIn;
    return {
      channel: installation.channel,
      label: versionLabel(installation.version, installation.build),
      os: installation.os,
      device: installation.device === null ? null : deviceName(installation.device),
      lastSeen: installation.lastSeenAt.toISOString(),
      signedIn: installation.signedIn,
      status: blocked ? ("blocked" as const) : decision.status,
      sentences: sentences.map(sentenceText),
      considered: considered.map(({ release, ...verdict }) => ({
        releaseId: release.id,
        label: versionLabel(release.version, release.build),
        verdict: verdict.code,
        because: becauseText(verdict),
        toldAt: told.find(({ releaseId }) => releaseId === release.id)?.at.toISOString() ?? null,
      })),
    };
  });
  return { at: now.toISOString(), unknownVersion, sentences: apps[0]?.sentences ?? [], items: apps };
}

function becauseText(verdict: Considered): string {
  const t = (figures: Record<string, string | number> = {}) =>
    texts(`update.considered.${verdict.code}`, figures);
  switch (verdict.code) {
    case "outside-stage":
      return t({ percent: verdict.percent, place: verdict.place });
    case "does-not-run":
      return t({ minimumOs: verdict.minimumOs });
    case "recommended":
    case "mandatory":
      return t({ since: verdict.since.toISOString() });
    default:
      return t();
  }
}
