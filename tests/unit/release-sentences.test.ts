import { describe, expect, test } from "vitest";
import { consider } from "@/lib/releases/consider";
import { parseMinimumOs } from "@/lib/releases/os";
import type { PolicyRelease, Rules } from "@/lib/releases/policy";
import { policyOf } from "@/lib/releases/policy";
import { sentencesOf } from "@/lib/releases/sentences";
import { day, now, release, rules, subject, until } from "./releases";

const named = (version: string, kind: "recommended" | "mandatory", given: Partial<PolicyRelease> = {}) => ({
  ...release(version, { offers: [{ at: day(3), percent: 100, teams: [], kind }], ...given }),
  version,
  build: null,
  minimumOs: given.needs ? "18" : null,
});
type Named = ReturnType<typeof named>;

const app = {
  channel: "ios" as const,
  version: "2.17.60",
  build: "2.62740",
  os: "iOS 17.0",
  signedIn: false,
};
const told = (releases: Named[], given: Partial<Rules> = {}, signedIn = false, version = "2.17.60") =>
  sentencesOf(policyOf(releases, rules(given))(subject(version)), { ...app, version, signedIn }).map(
    ({ code }) => code,
  );
const packages = new Map([["billing", new Map()]]);
const late = named("2.18.0", "mandatory");
const passed = new Map([["billing", new Map([[late.id, until(now)]])]]);

describe("what somebody owes, in sentences", () => {
  test.each([
    ["nothing", told([]), ["current"]],
    ["an update that is recommended", told([named("2.18.0", "recommended")]), ["recommended"]],
    [
      "the same from their IT",
      told([named("2.18.0", "recommended")], { packages }),
      ["recommended", "packaged"],
    ],
    ["one that keeps them out", told([named("2.18.0", "mandatory")]), ["blocked"]],
    [
      "one that signs them out",
      told([named("2.18.0", "mandatory")], {}, true),
      ["mandatory", "signed-out-at"],
    ],
    [
      "a newer one will do",
      told([named("2.18.0", "mandatory"), named("2.19.0", "recommended")]),
      ["blocked", "install"],
    ],
    [
      "one that does not run",
      told([named("2.18.0", "mandatory", { needs: parseMinimumOs("18") })]),
      ["blocked", "os-too-old"],
    ],
    [
      "one from their IT",
      told([named("2.18.0", "mandatory")], { packages }),
      ["mandatory", "packaged-until"],
    ],
    [
      "one whose date has passed at their IT",
      told([late], { packages: passed }),
      ["blocked", "packaged-over"],
    ],
    [
      "one whose date has passed while they are signed in",
      told([late], { packages: passed }, true),
      ["mandatory", "signed-out-at"],
    ],
    ["unknown", told([named("2.18.0", "recommended")], {}, false, "nightly"), ["unknown-version", "install"]],
    ["unknown beside nothing", told([], {}, false, "nightly"), ["unknown-version", "nothing-to-compare"]],
    [
      "unknown and refused",
      told([named("2.18.0", "recommended")], { unknownVersion: "block" }, false, "nightly"),
      ["unknown-version", "install", "sign-in-refused"],
    ],
  ])("%s", (_, codes, expected) => {
    expect(codes).toEqual(expected);
  });

  test("with the figures of the design's example", () => {
    const decision = policyOf([named("2.18.0", "mandatory")], rules())(subject("2.17.60"));
    expect(sentencesOf(decision, app)).toEqual([
      { code: "blocked", release: "v2.18.0", channel: "ios", since: day(3), version: "v2.17.60 (2.62740)" },
    ]);
  });
});

describe("why a release is or is not theirs", () => {
  const nobody = [{ at: day(3), percent: 0, teams: [], kind: "recommended" as const }];
  test.each([
    ["excluded-person", named("2.18.0", "mandatory", { excludeUserIds: ["maria"] })],
    ["excluded-team", named("2.18.0", "mandatory", { excludeTeamIds: ["billing"] })],
    ["not-older", named("2.17.60", "mandatory")],
    ["paused", named("2.18.0", "mandatory", { status: "paused" })],
    ["outside-stage", named("2.18.0", "recommended", { offers: nobody })],
    ["does-not-run", named("2.18.0", "recommended", { needs: parseMinimumOs("18") })],
    ["recommended", named("2.18.0", "recommended")],
    ["mandatory", named("2.18.0", "mandatory", { needs: parseMinimumOs("18") })],
  ])("%s", (code, one) => {
    expect(consider(one, subject("2.17.60"), now).code).toBe(code);
  });

  test("outside the stage their place is told: from that share on it is theirs", () => {
    const one = named("2.18.0", "recommended", { offers: nobody });
    const considered = consider(one, subject("2.17.60"), now);
    const place = considered.code === "outside-stage" ? considered.place : 0;
    const at = (percent: number) => ({
      ...one,
      offers: [{ at: day(3), percent, teams: [], kind: "recommended" as const }],
    });
    expect(consider(at(place), subject("2.17.60"), now).code).toBe("recommended");
    expect(consider(at(place - 0.01), subject("2.17.60"), now).code).toBe("outside-stage");
  });
});
