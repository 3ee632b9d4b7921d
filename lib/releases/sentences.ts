import { versionLabel } from "@/lib/versions/label";
import type { Channel } from "@/prisma/generated/enums";
import type { Decision } from "./policy";

type Named = { version: string; build: string | null; minimumOs: string | null };

type App = {
  channel: Channel;
  version: string;
  build: string | null;
  /** `iOS 14.8`; null where the app told none. */
  os: string | null;
  signedIn: boolean;
};

/** A sentence without its wording: that is in the message file, under its code, with these figures. */
export type Sentence =
  | { code: "current"; version: string }
  | {
      code: "recommended" | "blocked" | "mandatory";
      release: string;
      channel: Channel;
      since: Date;
      version: string;
    }
  | { code: "os-too-old"; release: string; minimumOs: string; os: string | null }
  | { code: "unknown-version"; version: string }
  | { code: "install"; release: string }
  | { code: "signed-out-at" | "packaged-until"; at: Date }
  | { code: "packaged" | "packaged-over" | "sign-in-refused" | "nothing-to-compare" };

/** What somebody owes and why, in the order in which it is told. */
export function sentencesOf(decision: Decision<Named & { id: string }>, app: App): Sentence[] {
  const version = versionLabel(app.version, app.build);
  const label = ({ version, build }: Named) => versionLabel(version, build);
  switch (decision.status) {
    case "current":
      return [{ code: "current", version }];
    case "unknown-version":
      return [
        { code: "unknown-version", version },
        decision.release
          ? { code: "install", release: label(decision.release) }
          : { code: "nothing-to-compare" },
        ...(decision.blocks ? [{ code: "sign-in-refused" } as const] : []),
      ];
    case "recommended": {
      const { release, since, packaged } = decision;
      return [
        { code: "recommended", release: label(release), channel: app.channel, since, version },
        ...(packaged ? [{ code: "packaged" } as const] : []),
      ];
    }
    case "mandatory":
    case "os-too-old": {
      const { because, release, since, due, packaged, blocks } = decision;
      const code = blocks && !app.signedIn ? "blocked" : "mandatory";
      const tooOld = decision.status === "os-too-old";
      return [
        { code, release: label(because), channel: app.channel, since, version },
        ...(tooOld
          ? [
              {
                code: "os-too-old" as const,
                release: label(release),
                minimumOs: release.minimumOs ?? "",
                os: app.os,
              },
            ]
          : label(release) === label(because)
            ? []
            : [{ code: "install" as const, release: label(release) }]),
        ...(packaged && !blocks
          ? [{ code: "packaged-until" as const, at: due }]
          : app.signedIn
            ? [{ code: "signed-out-at" as const, at: due }]
            : packaged
              ? [{ code: "packaged-over" as const }]
              : []),
      ];
    }
  }
}
