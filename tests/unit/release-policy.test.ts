import { describe, expect, test } from "vitest";
import { parseMinimumOs } from "@/lib/releases/os";
import type { Told } from "@/lib/releases/policy";
import type { Offer } from "@/lib/releases/stage";
import { day, decide, mandatory, now, release, rules, subject, toldAt, until } from "./releases";

const hour = 3_600_000;
const nobody: Offer = { at: day(10), percent: 0, teams: [], kind: "recommended" };

describe("who owes what", () => {
  test("nothing is published", () => {
    expect(decide([], subject("2.17.60"))).toEqual({ status: "current" });
  });

  test("a newer one is recommended, since it was offered", () => {
    const newer = release("2.18.0");
    expect(decide([newer], subject("2.17.60"))).toEqual({
      status: "recommended",
      release: newer,
      since: day(10),
      packaged: false,
    });
  });

  test.each(["2.18.0", "2.18.0 (1)", "2.18.1", "3.0"])("%s owes nothing", (version) => {
    expect(decide([mandatory("2.18.0 (5)"), release("2.17")], subject(version)).status).toBe(
      version === "2.18.0 (1)" ? "mandatory" : "current",
    );
  });

  test("another channel is none of theirs", () => {
    expect(decide([mandatory("9.0", { channel: "android" })], subject("1.0")).status).toBe("current");
  });

  test.each(["draft", "scheduled", "withdrawn"] as const)("what is %s counts for nothing", (status) => {
    expect(decide([mandatory("2.18.0", { status })], subject("2.17.60")).status).toBe("current");
  });

  test("a newer recommended release never lifts an older mandatory one; it is what is installed", () => {
    const [older, newer] = [mandatory("2.18.0"), release("2.19.0")];
    const decision = decide([older, newer], subject("2.17.60"));
    expect(decision).toMatchObject({ status: "mandatory", release: newer, because: older, blocks: true });
    expect(decide([older, newer], subject("2.18.0")).status).toBe("recommended");
  });

  test("of two mandatory ones the first to come due counts", () => {
    const [calm, urgent] = [mandatory("2.18.0", { graceMinutes: 600 }), mandatory("2.19.0")];
    expect(decide([calm, urgent], subject("2.17.60"))).toMatchObject({ release: urgent, because: urgent });
    const [first, second] = [mandatory("2.18.0"), mandatory("2.19.0", { graceMinutes: 600 })];
    expect(decide([first, second], subject("2.17.60"))).toMatchObject({ release: second, because: first });
  });

  test("an offer that is to come counts from its moment on", () => {
    const later: Offer = { at: day(21), percent: 100, teams: [], kind: "mandatory" };
    const escalated = release("2.18.0", { offers: [...release("2.18.0").offers, later] });
    expect(decide([escalated], subject("2.17.60")).status).toBe("recommended");
    expect(decide([escalated], subject("2.17.60"), { now: day(21) })).toMatchObject({
      status: "mandatory",
      since: day(21),
    });
  });

  test("paused: whoever was told owes it, nobody new does", () => {
    const paused = mandatory("2.18.0", { status: "paused" });
    expect(decide([paused], subject("2.17.60")).status).toBe("current");
    const told = new Map([[paused.id, toldAt(day(12))]]);
    expect(decide([paused], subject("2.17.60", { told })).status).toBe("mandatory");
  });
});

describe("stages", () => {
  test("named people and teams come before any percentage, exclusions before all", () => {
    const named = release("2.18.0", { offers: [{ ...nobody, teams: ["billing"] }], userIds: ["ana"] });
    expect(decide([named], subject("2.17.60")).status).toBe("recommended");
    expect(decide([named], subject("2.17.60", { userId: "ana", teamId: "sales" })).status).toBe(
      "recommended",
    );
    expect(decide([named], subject("2.17.60", { teamId: "sales" })).status).toBe("current");
    const without = { ...named, excludeUserIds: ["ana"], excludeTeamIds: ["billing"] };
    expect(decide([without], subject("2.17.60")).status).toBe("current");
    expect(decide([without], subject("2.17.60", { userId: "ana", teamId: "sales" })).status).toBe("current");
  });

  test("outside the stage people are offered the newest release that is for them", () => {
    const [everyone, staged] = [release("2.18.0"), release("2.19.0", { offers: [nobody] })];
    expect(decide([everyone, staged], subject("2.17.60"))).toMatchObject({ release: everyone });
  });

  test("a share is about that share, and another one in each release", () => {
    const people = Array.from({ length: 4000 }, (_, n) => `user ${n}`);
    const staged = ["2.18.0", "2.19.0"].map((version) =>
      release(version, { offers: [{ ...nobody, percent: 25 }] }),
    );
    const chosen = staged.map(
      (one) =>
        new Set(people.filter((userId) => decide([one], subject("2.17", { userId })).status !== "current")),
    );
    const [one = new Set(), other = new Set()] = chosen;
    for (const { size } of chosen) expect(Math.abs(size - 1000)).toBeLessThan(100);
    expect(Math.abs([...one].filter((userId) => other.has(userId)).length - 250)).toBeLessThan(60);
  });
});

describe("operating systems", () => {
  const needs = (text: string) => ({ needs: parseMinimumOs(text) });

  test("nobody is sent to a store for what cannot run: the newest that runs is offered", () => {
    const [runs, not] = [release("2.18.0"), release("2.19.0", needs("18"))];
    expect(decide([runs, not], subject("2.17.60"))).toMatchObject({ status: "recommended", release: runs });
    expect(decide([not], subject("2.17.60")).status).toBe("current");
  });

  test("too old only where a mandatory one needs more", () => {
    const [runs, not] = [release("2.18.0"), mandatory("2.19.0", needs("iOS 18"))];
    expect(decide([runs, not], subject("2.17.60"))).toMatchObject({
      status: "os-too-old",
      release: not,
      blocks: true,
    });
    expect(decide([runs, not], subject("2.17.60", { os: "18.0" }))).toMatchObject({
      status: "mandatory",
      release: not,
    });
    expect(decide([mandatory("2.18.0"), release("2.19.0", needs("18"))], subject("2.17.60")).status).toBe(
      "mandatory",
    );
  });

  test("an unknown system counts as able, on a desktop also another one than is named", () => {
    const desktop = { channel: "desktop" as const };
    expect(decide([mandatory("2.18", needs("18"))], subject("2.17", { osKey: null })).status).toBe(
      "mandatory",
    );
    const windows = release("5.25", { ...desktop, ...needs("Windows 11") });
    expect(decide([windows], subject("5.24", { ...desktop, osName: "Windows", os: "10" })).status).toBe(
      "current",
    );
    expect(decide([windows], subject("5.24", { ...desktop, osName: "macOS", os: "10" })).status).toBe(
      "recommended",
    );
  });

  test.each([
    ["", null],
    ["iOS", null],
    ["16.1", "16.1"],
    ["Windows Server 2019", "2019"],
  ])("%j", (text, version) => {
    expect(parseMinimumOs(text)?.key ?? null).toBe(version && parseMinimumOs(version)?.key);
  });
});

describe("unknown versions", () => {
  test("are shown as such, and beside which release", () => {
    const newest = release("2.18.0");
    expect(decide([newest, release("2.17.0")], subject("nightly"))).toEqual({
      status: "unknown-version",
      release: newest,
      packaged: false,
      warns: true,
      blocks: false,
    });
  });

  test("are refused only where that is set, and something is published for them", () => {
    const block = { unknownVersion: "block" as const };
    expect(decide([], subject("nightly"), block)).toMatchObject({ release: null, blocks: false });
    expect(decide([release("2.18.0")], subject("nightly"), block)).toMatchObject({ blocks: true });
    expect(decide([release("2.18.0", { offers: [nobody] })], subject("nightly"), block)).toMatchObject({
      blocks: false,
    });
    expect(decide([mandatory("2.18.0")], subject("nightly"), { unknownVersion: "allow" })).toMatchObject({
      blocks: false,
    });
  });
});

describe("deadlines", () => {
  test("the grace counts from when they were told, and from now where they were not", () => {
    const forced = mandatory("2.18.0");
    const told = new Map([[forced.id, toldAt(day(15))]]);
    expect(decide([forced], subject("2.17", { told }), { now: day(15) })).toMatchObject({
      since: day(10),
      due: new Date(day(15).getTime() + hour / 2),
    });
    expect(decide([forced], subject("2.17"))).toMatchObject({ due: new Date(now.getTime() + hour / 2) });
  });

  test("people on package deployment work until their own date", () => {
    const forced = mandatory("2.18.0");
    const at = (date: Date) => new Map([["billing", new Map([[forced.id, until(date)]])]]);
    expect(decide([forced], subject("2.17"), { packages: at(day(25)) })).toMatchObject({
      status: "mandatory",
      packaged: true,
      due: day(25),
      blocks: false,
    });
    expect(decide([forced], subject("2.17"), { packages: at(now) })).toMatchObject({ blocks: true });
    expect(decide([forced], subject("2.17"), { packages: new Map([["billing", new Map()]]) })).toMatchObject({
      due: day(27),
      blocks: false,
    });
  });

  test("a date of their IT's that has passed is none for whom it was not told: they have the grace", () => {
    const forced = mandatory("2.18.0");
    const { packages } = rules({ packages: new Map([["billing", new Map([[forced.id, until(day(19))]])]]) });
    const due = (told?: Told) =>
      decide([forced], subject("2.17", { told: new Map(told && [[forced.id, told]]) }), { packages });
    const afterGrace = new Date(now.getTime() + hour / 2);
    const nearer = new Date(now.getTime() + hour / 4);
    expect(due()).toMatchObject({ due: afterGrace, blocks: true });
    expect(due(toldAt(day(12)))).toMatchObject({ due: afterGrace, blocks: true });
    const untilOf = (signOutAt: Date) => due(toldAt(day(12), { packaged: true, signOutAt }));
    expect(untilOf(day(19))).toMatchObject({ due: day(19) });
    expect(untilOf(nearer)).toMatchObject({ due: nearer });
    expect(untilOf(day(25))).toMatchObject({ due: afterGrace });
  });

  test("who updates by themselves from now on has the grace from now on", () => {
    const forced = mandatory("2.18.0");
    const told = new Map([[forced.id, toldAt(day(12), { packaged: true, signOutAt: day(19) })]]);
    expect(decide([forced], subject("2.17", { told }))).toMatchObject({
      due: new Date(now.getTime() + hour / 2),
    });
  });

  test.each([
    ["that has passed", day(19), day(27)],
    ["that comes sooner than a new one", day(21), day(27)],
    ["that comes later", day(30), day(30)],
  ])("a closed work item is opened again with a date of its own: one %s", (_, signOutAt, due) => {
    const forced = mandatory("2.18.0");
    const packages = new Map([["billing", new Map([[forced.id, { signOutAt, closed: true }]])]]);
    expect(decide([forced], subject("2.17"), { packages })).toMatchObject({ due, blocks: false });
  });

  test("of several dates of their IT's one that has passed keeps them out", () => {
    const [over, near] = [mandatory("2.18.0", { graceMinutes: 600 }), mandatory("2.19.0")];
    const dates = new Map([
      [over.id, until(day(19))],
      [near.id, until(new Date(now.getTime() + hour))],
    ]);
    expect(decide([over, near], subject("2.17"), { packages: new Map([["billing", dates]]) })).toMatchObject({
      because: near,
      blocks: true,
    });
  });
});
