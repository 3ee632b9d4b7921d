import { type Body, count, oneOf, part, text, textOrNull } from "./body";
import type { Problem } from "./problem";
import { type Artifact, type Notice, noticeKinds, type Release, type RequiredUpdate } from "./protocol";

function release(value: unknown): Release {
  const body = part(value, "the release");
  return {
    version: text(body, "version"),
    build: textOrNull(body, "build"),
    notes: textOrNull(body, "notes") ?? "",
    storeUrl: webAddress(body, "storeUrl"),
    artifacts: Array.isArray(body.artifacts) ? body.artifacts.flatMap(artifact) : [],
  };
}

/** None where it is of a later version, or no address of the web. */
function artifact(value: unknown): Artifact[] {
  try {
    const body = part(value, "the artifact");
    const url = webAddress(body, "url");
    if (url === null) return [];
    return [
      {
        os: text(body, "os"),
        arch: text(body, "arch"),
        url,
        sha512: text(body, "sha512"),
        size: count(body, "size"),
        edSignature: textOrNull(body, "edSignature"),
      },
    ];
  } catch {
    return [];
  }
}

/** Whatever is shown as a link is one of the web, or of a store. */
function webAddress(body: Body, name: string): string | null {
  const address = textOrNull(body, name);
  return address && /^(https?|itms-apps|market):/.test(address) ? address : null;
}

const distribution = ({ distribution }: Body) => (distribution === "package" ? "package" : "store");

export function notice(body: Body): Notice {
  return {
    noticeId: text(body, "noticeId"),
    kind: oneOf(noticeKinds, body, "kind"),
    release: release(body.release),
    distribution: distribution(body),
    minimumOs: textOrNull(body, "minimumOs"),
    signOutAt: textOrNull(body, "signOutAt"),
    draining: body.draining === true,
    message: text(body, "message"),
  };
}

/** None where it is of a later version. */
export function notices(value: unknown): Notice[] {
  try {
    return [notice(part(value, "the notice"))];
  } catch {
    return [];
  }
}

/** What a refused sign-in asks for; undefined where it was refused for something else. */
export function readRequiredUpdate({ code, body }: Problem): RequiredUpdate | undefined {
  if (code !== "update-required" && code !== "os-too-old") return undefined;
  return {
    release: release(body.release),
    distribution: distribution(body),
    minimumOs: textOrNull(body, "minimumOs"),
    continueOn: textOrNull(body, "continueOn"),
  };
}
