import { afterAll, beforeAll, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { createReason } from "@/lib/reasons/commands";
import { changeSettings } from "@/lib/settings/commands";
import { placeGateway } from "../chaos/gateway";
import type { Placed } from "../chaos/process";
import { chrome, openApp } from "./app";
import { password, person } from "./people";

// Two gateways, each a process of its own, and this one that changes something.
const within = { timeout: 2000, interval: 50 };
let gateways: Placed[];

beforeAll(async () => {
  gateways = await Promise.all(["one", "two"].map((name) => placeGateway(`settings-${name}`, process.env)));
  await Promise.all(gateways.map((gateway) => gateway.start()));
});
afterAll(() => Promise.all(gateways.map((gateway) => gateway.kill())));

async function agentsAtEach() {
  const people = await Promise.all(gateways.map(() => person()));
  return Promise.all(
    gateways.map(async ({ url }, index) => {
      const body = { username: people[index]?.username, password, client: chrome };
      return { body, url, app: await openApp(url, body) };
    }),
  );
}

test("a new reason is offered by every process within two seconds", async () => {
  const agents = await agentsAtEach();
  await createReason(bootstrapToken, { name: "Coaching", kind: "working", teams: null });
  await expect
    .poll(
      () => Promise.all(agents.map(async ({ app }) => (await app.current()).body.notReadyReasons)),
      within,
    )
    .toEqual(agents.map(() => ["Break", "Lunch", "Training", "Meeting", "Coaching"]));
});

test("a setting counts in every process within two seconds", async () => {
  const agents = await agentsAtEach();
  await changeSettings(bootstrapToken, { desktopLeaseSeconds: 7 });
  const leases = () =>
    Promise.all(
      agents.map(async ({ url, body, app }) => {
        await app.signOut();
        const answer = await fetch(`${url}/v1/sessions`, { method: "POST", body: JSON.stringify(body) });
        const { leaseSeconds, token } = await answer.json();
        await app.withToken(token).signOut();
        return leaseSeconds;
      }),
    );
  await expect.poll(leases, within).toEqual([7, 7]);
});
