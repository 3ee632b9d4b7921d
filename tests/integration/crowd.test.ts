import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCrowd } from "@/demo/crowd/crowd";
import { regularsOf } from "@/demo/crowd/regulars";
import type { Visitor } from "@/demo/crowd/visitor";
import { centreOf, type DemoRecord, newRecord } from "@/demo/record";
import { writeCentre } from "@/demo/write";
import { hashPassword } from "@/lib/auth/passwords";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { type Centre, openCentre } from "./client-app";

// The demo's agents at a real gateway, through the client library.

let centre: Centre;
let record: DemoRecord;
const failures: unknown[] = [];

beforeAll(async () => {
  // Before anything reads the settings: apps are told the address of its gateway.
  centre = await openCentre();
  const now = await databaseNow(db);
  record = { ...newRecord({ administrator: "admin", password: "a password" }), agents: 16 };
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const span = { nowMs: now.getTime(), days: 2, passwordHash: await hashPassword(record.password) };
  const open = await writeCentre(client, centreOf(record, span.nowMs), span);
  await client.end();
  record = { ...record, madeAt: now.toISOString(), open };
});

afterAll(() => centre.stop());

function crowd(visitors: readonly Visitor[]) {
  const options = { gateway: centre.line.url, madeMs: Date.parse(record.madeAt ?? "") };
  const opened = openCrowd({ ...options, onFailure: (error) => failures.push(error) });
  for (const visitor of visitors) opened.join(visitor);
  return opened;
}

const count = { timeout: 15_000, interval: 100 };
const openSeats = (where: object = {}) => db.seat.count({ where: { open: true, ...where } });

test("who is signed in goes on in the same session, and all of them go home", async () => {
  const before = await db.session.count();
  const expected = Object.keys(record.open).length;
  expect(await openSeats()).toBe(expected);
  const agents = crowd(regularsOf(record).filter(({ session }) => session !== null));
  await expect.poll(() => openSeats({ streamId: { not: null } }), count).toBe(expected);
  expect(agents.signedIn()).toBe(expected);
  expect(await db.session.count()).toBe(before);

  expect(await agents.goHome()).toBe(0);
  expect(await openSeats()).toBe(0);
  const ended = await db.session.count({ where: { loginAt: { lte: record.madeAt ?? "" }, cause: null } });
  expect(ended).toBe(0);
});

test("the next day all sign in with their passwords, take work, and go home", async () => {
  const visitors = regularsOf(record)
    .slice(0, 8)
    .map((visitor) => ({ ...visitor, comesInMs: 0 }));
  // Whoever was locked out has waited long enough.
  await db.failedSignIn.deleteMany();
  const agents = crowd(visitors);
  await expect.poll(() => openSeats(), count).toBe(8);
  await expect.poll(() => openSeats({ state: "ready" }), count).toBeGreaterThan(0);
  await agents.goHome();
  expect(await openSeats()).toBe(0);
  expect(failures).toEqual([]);
});
