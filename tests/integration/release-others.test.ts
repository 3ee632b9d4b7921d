import { expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { previewRelease } from "@/lib/releases/preview";
import { eachAtNoon } from "./release-day";
import { mandatory, newDraft, published } from "./releases";

const day = eachAtNoon();

async function counts(id: string) {
  const preview = await previewRelease(bootstrapToken, { id });
  if (!preview.ok) throw new Error(preview.code);
  return preview.value;
}
const owes = async (id: string) => (await counts(id)).counts;

test("who owes another release does not owe this one, too", async () => {
  const newer = await published({ version: "2.20.0" });
  const older = await newDraft({ version: "2.18.5" });
  expect(await owes(newer.id)).toMatchObject({ owed: 1 });
  expect(await owes(older.id)).toMatchObject({ owed: 0, signedOutNow: 0, current: 0 });

  // Mandatory, it signs out whoever is to install the newer one; that is owed as before.
  const { id } = await mandatory({ version: "2.19.0", graceMinutes: 15, signOut: { mode: "at_once" } });
  expect(await owes(id)).toMatchObject({ owed: 1, signedOutNow: 1 });
  expect(await owes(newer.id)).toMatchObject({ owed: 1, signedOutNow: 0 });

  // Who is signed out sooner for another one is not signed out twice.
  await day.clock.advance(60);
  const late = await newDraft({ kind: "mandatory", version: "2.21.0", graceMinutes: 60 });
  expect(await counts(late.id)).toMatchObject({
    counts: { owed: 1, signedOutNow: 0 },
    firstSignOutAt: null,
  });
  const soon = await newDraft({
    kind: "mandatory",
    version: "2.22.0",
    graceMinutes: 5,
    signOut: { mode: "at_once" },
  });
  expect((await owes(soon.id)).signedOutNow).toBe(1);
});
