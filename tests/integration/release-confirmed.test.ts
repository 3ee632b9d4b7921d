import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { escalateRelease, widenRelease } from "@/lib/releases/course";
import { countsOf } from "@/lib/releases/foresee";
import { previewRelease, previewWider } from "@/lib/releases/preview";
import { publishRelease } from "@/lib/releases/publish";
import { eachAtNoon, hours } from "./release-day";
import { mandatory, newDraft, published } from "./releases";

// What signs people out is confirmed by whoever saw whom, however it comes about.

eachAtNoon();
const admin: Actor = { kind: "person", id: uuidv7(), roles: ["administrator"], scope: "all" };
const nobody = countsOf([]);
const typedVersion = "2.18.0";
const changed = { code: "counts-changed" };

test("made mandatory", async () => {
  const { id } = await published();
  const preview = await previewRelease(admin, { id, as: "mandatory" });
  const counts = preview.ok ? preview.value.counts : nobody;
  expect(counts.signedOutNow).toBe(1);
  expect(await escalateRelease(admin, { id, typedVersion, counts: nobody })).toMatchObject(changed);
  expect(await escalateRelease(admin, { id, typedVersion, counts })).toMatchObject({
    value: { kind: "mandatory", confirmed: counts },
  });
});

test("widened, and foreseen before it is", async () => {
  const { id } = await mandatory({ stagePercent: 0 });
  const wider = { id, percent: 100 };
  const preview = await previewWider(admin, wider);
  const counts = preview.ok ? preview.value.counts : nobody;
  expect(counts.signedOutNow).toBe(1);
  expect(await widenRelease(admin, { ...wider, typedVersion, counts: nobody })).toMatchObject(changed);
  expect(await widenRelease(admin, { ...wider, typedVersion, counts })).toMatchObject({
    value: { stagePercent: 100, confirmed: counts },
  });
  expect(await previewWider(admin, { id, percent: 50 })).toMatchObject({ code: "stage-not-wider" });
  expect(await previewWider(admin, { id, teams: ["Nowhere"] })).toMatchObject({ code: "unknown-team" });
  expect(await previewWider(admin, { id: uuidv7() })).toMatchObject({ code: "not-found" });
});

test("published as recommended, to become mandatory at a date", async () => {
  const { id } = await newDraft({ escalateAt: hours(3).toISOString() });
  const publish = (given: object) => publishRelease(admin, { id, ...given });
  expect(await publish({})).toMatchObject({ code: "not-confirmed" });
  expect(await publish({ typedVersion })).toMatchObject({ code: "not-confirmed" });
  expect(await publish({ typedVersion, counts: nobody })).toMatchObject(changed);
  const preview = await previewRelease(admin, { id, as: "mandatory" });
  const counts = preview.ok ? preview.value.counts : nobody;
  expect(await publish({ typedVersion, counts })).toMatchObject({
    value: { kind: "recommended", confirmed: counts },
  });
});

test("a program confirms what is counted as it acts", async () => {
  const { id } = await newDraft({ escalateAt: hours(3).toISOString() });
  expect(await publishRelease(bootstrapToken, { id })).toMatchObject({
    value: { kind: "recommended", confirmed: { signedOutNow: 1 } },
  });
});
