import { afterAll, expect, test } from "vitest";
import { type Actor, bootstrapToken as administrator } from "@/lib/auth/actor";
import { primaryAndStandby } from "./report-replica";

// Reports that are read from a replica, which may have lost its primary. What happens there is real, and so is its clock.

const { stoppedAt, primaryUrl, standbyUrl, ...pair } = await primaryAndStandby();
afterAll(pair.destroy);
Object.assign(process.env, { DATABASE_URL: primaryUrl, DATABASE_REPORT_URL: standbyUrl });

// They open the databases that are named by now.
const { catalogueOf } = await import("@/lib/reports/catalogue");
const { frameOf } = await import("@/lib/reports/frame");
const { reportRows } = await import("@/lib/reports/rows");
const { reportQuery } = await import("@/lib/reports/schema");
const { stockContent } = await import("@/lib/layouts/content");
const { saveLayout } = await import("@/lib/layouts/commands");
const { listLayouts } = await import("@/lib/layouts/queries");
const { person, signedIn } = await import("./people");

const query = reportQuery(catalogueOf([])).parse({ preset: "last7Days", zone: "UTC", columns: "agent" });

async function shown() {
  const page = await reportRows(administrator, { query, limit: 10 });
  if (!page.ok) throw new Error(page.code);
  const { asOf, replicaAgeMs, rows } = page.value;
  return { asOf, replicaAgeMs, agents: rows.map(({ values }) => values.agent) };
}
const ageMs = async () => (await frameOf(query)).replicaAgeMs ?? Number.NaN;
const soon = { timeout: 15_000 };

test("one that has heard nothing yet is as of what it was copied from", async () => {
  const first = await frameOf(query);
  const second = await frameOf(query);
  expect(first.asOf.getTime()).toBeLessThanOrEqual(stoppedAt.getTime());
  expect(first.asOf.getTime()).toBeGreaterThan(stoppedAt.getTime() - 60_000);
  expect(second.asOf).toEqual(first.asOf);
  expect(second.replicaAgeMs).toBeGreaterThan(first.replicaAgeMs ?? Number.NaN);
});

test("one that is up to date says so, and has what the primary has", { timeout: 30_000 }, async () => {
  await pair.startPrimary();
  await expect.poll(ageMs, soon).toBe(0);
  await person({ name: "Ada", username: "ada" });
  await signedIn("ada");
  await expect.poll(async () => (await shown()).agents, soon).toEqual(["Ada"]);
  // Whatever the primary writes beside is on its way for a moment.
  await expect.poll(async () => (await shown()).replicaAgeMs, soon).toBe(0);
});

test("one that is cut off is as of what it heard last, and is older each time", {
  timeout: 40_000,
}, async () => {
  await pair.cutOff();
  await expect.poll(ageMs, soon).toBeGreaterThan(0);
  const first = await shown();
  const { id, roles } = await person({ name: "Bo", username: "bo", roles: ["agent", "analyst"] });
  await signedIn("bo");
  // Whatever is not a report is read where it was written.
  const bo: Actor = { kind: "person", id, roles, scope: [] };
  const subject = "login-logout";
  const audience = { kind: "personal" } as const;
  const made = await saveLayout(bo, { subject, name: "Mine", audience, content: stockContent });
  const layouts = await listLayouts(bo, subject);
  expect(layouts.map(({ id }) => id)).toContain(made.ok && made.value.id);

  const second = await shown();
  expect(second).toMatchObject({ agents: ["Ada"], asOf: first.asOf });
  expect(second.replicaAgeMs).toBeGreaterThan(first.replicaAgeMs ?? Number.NaN);
  expect(first.asOf.getTime() + (second.replicaAgeMs ?? 0)).toBeLessThanOrEqual(Date.now());

  await pair.reconnect();
  await expect.poll(ageMs, soon).toBe(0);
  await expect.poll(async () => (await shown()).agents, soon).toEqual(["Ada", "Bo"]);
});
