import { beforeEach, expect, test } from "vitest";
import { openLedger } from "@/gateway/ledger";
import { Updates } from "@/gateway/openapi/answers";
import { routes } from "@/gateway/routes";
import { gatherSigns } from "@/gateway/signs";
import { bootstrapToken } from "@/lib/auth/actor";
import { pauseRelease, widenRelease } from "@/lib/releases/course";
import { person } from "./people";
import { mandatory, published, withdrawAll } from "./releases";

const app = routes({ ledger: openLedger({ patient: false }), signs: gatherSigns({ patient: false }) });

async function updates(query: string) {
  const answer = await app.request(`/v1/updates?${query}`);
  return answer.status === 200 ? Updates.parse(await answer.json()) : { status: answer.status };
}
const mine = "channel=ios&version=2.17.60&build=2.62740";

beforeEach(withdrawAll);

test("says what is for everybody, in the app's language", async () => {
  expect(await updates(mine)).toEqual({ status: "current", release: null, since: null });
  await published({ notes: { en: "Better calls.", de: "Bessere Anrufe." }, minimumOs: "16" });
  expect(await updates(`${mine}&locale=de-AT`)).toMatchObject({
    status: "recommended",
    release: { version: "2.18.0", notes: "Bessere Anrufe.", minimumOs: "16" },
  });
  expect(await updates("channel=ios&version=v2.18.0")).toMatchObject({ status: "current" });
  expect(await updates("channel=android&version=1.0")).toMatchObject({ status: "current" });
  expect(await updates("channel=ios&version=nightly")).toMatchObject({ status: "unknown-version" });
  await mandatory({ version: "2.17.80" });
  expect(await updates(mine)).toMatchObject({ status: "mandatory", release: { version: "2.18.0" } });
});

test("nothing tells of a release that is staged, tried on somebody, kept from somebody or paused", async () => {
  const { username } = await person();
  const staged = await published({ version: "3.1", stagePercent: 99.99 });
  await published({ version: "3.2", users: [username] });
  await published({ version: "3.3", teams: ["Billing"] });
  await published({ version: "3.4", excludeUsers: [username] });
  const paused = await published({ version: "3.5" });
  await pauseRelease(bootstrapToken, { id: paused.id });
  expect(await updates(mine)).toEqual({ status: "current", release: null, since: null });
  expect(await updates("channel=ios&version=nightly")).toMatchObject({ release: null });
  await widenRelease(bootstrapToken, { id: staged.id, percent: 100 });
  expect(await updates(mine)).toMatchObject({ release: { version: "3.1" } });
});

test.each(["", "channel=ios", "channel=windows&version=1", "channel=ios&version="])(
  "%j is refused",
  async (query) => {
    expect(await updates(query)).toEqual({ status: 422 });
  },
);
