import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { forgetOldPasswordLinks, makePasswordLinks, readPasswordLink } from "@/lib/auth/password-links";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { setPasswordByLink } from "@/lib/users/passwords";
import { administratorOf, linkFor, supervisorOf, tokenIn } from "./accounts";
import { passInClock } from "./clock";
import { person } from "./people";

let clock: Awaited<ReturnType<typeof passInClock>>;

beforeAll(async () => {
  clock = await passInClock(await databaseNow(db));
});
beforeEach(async () => {
  await db.failedSignIn.deleteMany();
});

const ip = "10.9.9.9";
const hour = 3600;

test("of two who use a link at the same moment one succeeds", async () => {
  const user = await person();
  const token = await linkFor(user.username);
  const both = await Promise.all(
    ["the first of them", "the second of them"].map((chosen) =>
      setPasswordByLink({ token, password: chosen }, ip),
    ),
  );
  expect(both.map((result) => (result.ok ? "set" : result.code)).sort()).toEqual(["link-used", "set"]);
});

test("a newer link takes the place of an older one", async () => {
  const user = await person();
  const [first, second] = [await linkFor(user.username), await linkFor(user.username)];
  expect(await readPasswordLink(first, ip)).toMatchObject({ code: "link-replaced" });
  expect(await setPasswordByLink({ token: first, password: "a brand new one" }, ip)).toMatchObject({
    code: "link-replaced",
  });
  expect(await readPasswordLink(second, ip)).toMatchObject({ ok: true });
});

test("a link is good for three days, is remembered for a month more, and then forgotten", async () => {
  const user = await person();
  const token = await linkFor(user.username);
  await clock.advance(72 * hour - 1);
  expect(await readPasswordLink(token, ip)).toMatchObject({ ok: true });
  await clock.advance(1);
  expect(await readPasswordLink(token, ip)).toMatchObject({ code: "link-expired" });
  expect(await setPasswordByLink({ token, password: "a brand new one" }, ip)).toMatchObject({
    code: "link-expired",
  });
  await clock.advance(30 * 24 * hour + 1);
  await forgetOldPasswordLinks();
  expect(await readPasswordLink(token, ip)).toMatchObject({ code: "link-unknown" });
});

test("who guesses links is stopped; whoever has one is not counted", async () => {
  const user = await person();
  const token = await linkFor(user.username);
  for (let time = 0; time < 20; time++) expect(await readPasswordLink(token, ip)).toMatchObject({ ok: true });
  for (let guess = 0; guess < 100; guess++)
    expect(await readPasswordLink(`${guess}`.padStart(43, "x"), ip)).toMatchObject({ code: "link-unknown" });
  expect(await readPasswordLink("y".repeat(43), ip)).toMatchObject({ code: "too-many-attempts" });
  expect(await setPasswordByLink({ token, password: "a brand new one" }, ip)).toMatchObject({
    code: "too-many-attempts",
  });
  expect(await readPasswordLink(token, "10.9.9.8")).toMatchObject({ ok: true });
});

test("only the hash of a link is kept", async () => {
  const user = await person();
  const token = await linkFor(user.username);
  const [row] = await db.passwordLink.findMany({ where: { userId: user.id } });
  expect(Buffer.from(row?.tokenHash ?? [])).toHaveLength(32);
  expect(JSON.stringify(row)).not.toContain(token);
});

test("a password that is easy to guess is refused and the link stays", async () => {
  const user = await person({ name: "Maria Ortiz" });
  const token = await linkFor(user.username);
  for (const weak of ["short", "maria ortiz", "MariaOrtiz", "aaaaaaaaaaaa"])
    expect(await setPasswordByLink({ token, password: weak }, ip)).toMatchObject({ code: "weak-password" });
  expect(await setPasswordByLink({ token, password: "a brand new one" }, ip)).toMatchObject({ ok: true });
});

test("a disabled account's link sets nothing", async () => {
  const user = await person();
  const token = await linkFor(user.username);
  await db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
  expect(await readPasswordLink(token, ip)).toMatchObject({ code: "account-disabled" });
  expect(await setPasswordByLink({ token, password: "a brand new one" }, ip)).toMatchObject({
    code: "account-disabled",
  });
});

test("nobody makes links for people out of reach", async () => {
  const user = await person({ team: "Sales" });
  const other = await person({ team: "Support" });
  const make = (actor: Actor) => db.$transaction((tx) => makePasswordLinks(tx, actor, [user.id]));
  const refused = { code: "not-allowed" };
  await expect(make(supervisorOf(user.teamId))).rejects.toMatchObject(refused);
  await expect(make(administratorOf(other.teamId))).rejects.toMatchObject(refused);
  expect(await make(administratorOf(user.teamId))).toHaveLength(1);
});

test("20,000 links take seconds", async () => {
  const user = await person();
  await db.$executeRaw`
    insert into user_account (id, username, name, team_id, roles)
    select gen_random_uuid(), 'crowd' || n, 'Crowd ' || n, ${user.teamId}::uuid, '{agent}' from generate_series(1, 20000) n`;
  const crowd = await db.user.findMany({ where: { name: { startsWith: "Crowd" } }, select: { id: true } });
  const from = performance.now();
  const links = await db.$transaction((tx) =>
    makePasswordLinks(
      tx,
      bootstrapToken,
      crowd.map(({ id }) => id),
    ),
  );
  expect(performance.now() - from).toBeLessThan(8000);
  expect(new Set(links.map(({ userId }) => userId)).size).toBe(20_000);
  expect(new Set(links.map(({ url }) => tokenIn(url))).size).toBe(20_000);
  expect(await readPasswordLink(tokenIn(links.at(-1)?.url), ip)).toMatchObject({
    value: { id: links.at(-1)?.userId },
  });
});
