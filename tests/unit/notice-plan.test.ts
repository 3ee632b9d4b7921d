import { describe, expect, test } from "vitest";
import { type OpenNotice, planNotices, type Wanted, wantedNotice } from "@/lib/notices/plan";
import { day, decide, mandatory, release, rules, subject } from "./releases";

const recommended: Wanted = {
  releaseId: "2.18",
  installId: "2.18",
  kind: "recommended",
  packaged: false,
  signOutAt: null,
  wave: null,
};
const forced: Wanted = { ...recommended, kind: "mandatory", signOutAt: day(20), wave: 3 };
const open = (wanted: Wanted, id = "notice"): OpenNotice => ({ id, ...wanted });

type Standing = Parameters<typeof planNotices>[0];
const plan = (given: Partial<Standing>) =>
  planNotices({ open: [], wanted: null, seen: () => false, isWithdrawn: () => false, ...given });
const nothing = { close: [], change: [], make: null };

describe("a session's notices", () => {
  test("nothing owed, nothing told", () => {
    expect(plan({})).toEqual(nothing);
  });

  test("what is owed is told, once", () => {
    expect(plan({ wanted: recommended }).make).toBe(recommended);
    expect(plan({ wanted: recommended, open: [open(recommended)] })).toEqual(nothing);
  });

  test("what was seen in an earlier session is not told again; what forces is", () => {
    const seen = () => true;
    expect(plan({ wanted: recommended, seen })).toEqual(nothing);
    expect(plan({ wanted: forced, seen }).make).toBe(forced);
  });

  test("an escalated one takes the place of what was recommended", () => {
    expect(plan({ wanted: forced, open: [open(recommended)] })).toEqual({
      close: [{ id: "notice", why: "superseded" }],
      change: [],
      make: forced,
    });
  });

  test.each([
    ["withdrawn", null, true, "withdrawn"],
    ["withdrawn beside another", { ...recommended, releaseId: "2.19" }, true, "withdrawn"],
    ["another one instead", { ...recommended, releaseId: "2.19" }, false, "superseded"],
    ["another team", null, false, "not_owed"],
  ] as const)("%s: closed as %s", (_, wanted, withdrawn, why) => {
    expect(plan({ open: [open(recommended)], wanted, isWithdrawn: () => withdrawn }).close).toEqual([
      { id: "notice", why },
    ]);
  });

  test("a sign-out that was told stays, for package deployment it moves", () => {
    const later = { ...forced, signOutAt: day(25) };
    expect(plan({ open: [open(forced)], wanted: later })).toEqual(nothing);
    const packaged = { ...later, packaged: true };
    expect(plan({ open: [open({ ...forced, packaged: true })], wanted: packaged }).change).toMatchObject([
      { id: "notice", signOutAt: day(25) },
    ]);
  });

  test.each([
    ["by themselves from now on", open({ ...forced, packaged: true }), forced],
    ["by IT from now on", open(forced), { ...forced, packaged: true }],
  ])("who installs it is told anew: %s", (_, before, wanted) => {
    expect(plan({ open: [before], wanted })).toEqual({
      close: [{ id: "notice", why: "superseded" }],
      change: [],
      make: wanted,
    });
  });

  test("a newer release is what is installed from then on", () => {
    expect(plan({ open: [open(forced)], wanted: { ...forced, installId: "2.19" } }).change).toMatchObject([
      { installId: "2.19", signOutAt: day(20) },
    ]);
  });
});

describe("what a decision asks for", () => {
  const told = (...given: Parameters<typeof decide>) => wantedNotice(decide(...given));

  test("the notice is of the mandatory release, what is installed the newest", () => {
    const [older, newer] = [mandatory("2.18.0"), release("2.19.0")];
    expect(told([older, newer], subject("2.17"))).toMatchObject({
      releaseId: older.id,
      installId: newer.id,
      kind: "mandatory",
    });
  });

  test("where nothing that is required runs, nothing is installed", () => {
    const one = mandatory("2.18.0", { needs: { name: null, key: "9" } });
    expect(told([one], subject("2.17"))).toMatchObject({
      releaseId: one.id,
      installId: null,
      kind: "mandatory",
    });
  });

  test("people on package deployment are told of mandatory ones alone", () => {
    const { packages } = rules({ packages: new Map([["billing", new Map()]]) });
    expect(told([release("2.18.0")], subject("2.17"), { packages })).toBeNull();
    expect(told([release("2.18.0")], subject("nightly"), { packages })).toBeNull();
    expect(told([mandatory("2.18.0")], subject("2.17"), { packages })).toMatchObject({ packaged: true });
  });

  test("an unknown version is warned, where that is set", () => {
    const one = release("2.18.0");
    expect(told([one], subject("nightly"))).toMatchObject({ releaseId: one.id, kind: "recommended" });
    expect(told([one], subject("nightly"), { unknownVersion: "allow" })).toBeNull();
    expect(told([], subject("nightly"))).toBeNull();
    expect(told([one], subject("2.18.0"))).toBeNull();
  });
});
