import { expect, test } from "vitest";
import { z } from "zod";
import { bootstrapToken } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/requests/commands";
import { forgetOldRequests } from "@/lib/requests/sweep";
import { createTeam } from "@/lib/teams/commands";
import { bootstrap, call, tokenFor } from "./admin-api";
import { passInClock } from "./clock";
import { person, signedIn } from "./people";

let keys = 0;
const newKey = () => `key-${++keys}`;

const clock = await passInClock(await databaseNow(db));

const asked = (key: string, name: string) => ({
  token: bootstrap,
  key,
  method: "POST",
  address: "/api/v1/teams",
  body: Buffer.from(JSON.stringify({ name })),
});

test("a write is carried out once, and its answer comes again", async () => {
  const key = newKey();
  const first = await call("POST", "/teams", { key, body: { name: "Once" } });
  expect(first).toMatchObject({ status: 201, replayed: false });
  const again = await call("POST", "/teams", { key, body: { name: "Once" } });
  expect(again).toEqual({ ...first, replayed: true });
  expect(await call("POST", "/teams", { body: { name: "Once" } })).toMatchObject({ code: "team-name-taken" });
  expect(await db.team.count({ where: { name: "Once" } })).toBe(1);
});

test("so does a refusal, an answer without a body, and one with a link, which nobody reads in the database", async () => {
  const refused = { key: newKey(), body: { name: "Once" } };
  expect(await call("POST", "/teams", refused)).toMatchObject({ code: "team-name-taken", replayed: false });
  await db.team.updateMany({ where: { name: "Once" }, data: { name: "Renamed" } });
  expect(await call("POST", "/teams", refused)).toMatchObject({ code: "team-name-taken", replayed: true });

  const made = await createTeam(bootstrapToken, { name: "Short-lived" });
  const address = `/teams/${made.ok && made.value.id}`;
  const deletes = { key: newKey() };
  expect(await call("DELETE", address, deletes)).toMatchObject({ status: 204, replayed: false });
  expect(await call("DELETE", address, deletes)).toMatchObject({ status: 204, replayed: true });
  expect(await call("DELETE", address)).toMatchObject({ code: "not-found" });

  const { username } = await person();
  const resets = { key: newKey() };
  const reset = await call("POST", `/users/${username}/reset-password`, resets);
  expect((await call("POST", `/users/${username}/reset-password`, resets)).value).toEqual(reset.value);
  const { link } = z.object({ link: z.string() }).parse(reset.value);
  const token = link.split("#")[1] ?? "";
  const rows = await db.apiRequest.findMany();
  expect(token).toHaveLength(43);
  for (const { id, asked, answer } of rows)
    for (const kept of [id, asked, answer ?? id])
      expect(Buffer.from(kept).toString("latin1")).not.toContain(token);
});

test("a key is good for one request of one token", async () => {
  const key = newKey();
  await call("POST", "/teams", { key, body: { name: "Keyed" } });
  const reused = { status: 422, code: "idempotency-key-reused" };
  expect(await call("POST", "/teams", { key, body: { name: "Other" } })).toMatchObject(reused);
  expect(await call("PATCH", "/settings", { key, body: { resumeMinutes: 5 } })).toMatchObject(reused);
  expect(
    await call("POST", "/users/import?dryRun=true", { key, body: "username", type: "text/csv" }),
  ).toMatchObject(reused);
  expect(await db.team.count({ where: { name: "Other" } })).toBe(0);
  const { token } = await tokenFor("Keyed", ["administrator"]);
  expect(await call("POST", "/teams", { token, key, body: { name: "Other" } })).toMatchObject({
    status: 201,
  });
  // Reading is never a deed.
  expect(await call("GET", "/settings", { key })).toMatchObject({ status: 200, replayed: false });
});

test("a key that is none is refused; a request that is none uses none up", async () => {
  const wrong = await call("POST", "/teams", { key: "ä", body: { name: "Never" } });
  expect(wrong).toMatchObject({ code: "invalid-request", errors: [{ path: "Idempotency-Key" }] });
  const key = newKey();
  expect(await call("POST", "/teams", { key, body: { nome: "Typo" } })).toMatchObject({
    code: "invalid-request",
  });
  expect(await call("POST", "/teams", { key, body: { name: "No typo" } })).toMatchObject({ status: 201 });
});

test("of many at the same moment one carries it out, the others are told to ask again", async () => {
  const key = newKey();
  const all = await Promise.all(
    Array.from({ length: 8 }, () => call("POST", "/teams", { key, body: { name: "At once" } })),
  );
  const made = all.filter(({ status, replayed }) => status === 201 && !replayed);
  expect(made).toHaveLength(1);
  for (const one of all)
    if (one.status !== 201) expect(one).toMatchObject({ status: 409, code: "idempotency-key-in-use" });
  expect(await db.auditEntry.count({ where: { verb: "team.create", subject: idOf(made[0]?.value) } })).toBe(
    1,
  );
});

const idOf = (value: unknown) => z.object({ id: z.string() }).parse(value).id;

test("whoever is killed before the deed is replaced, soon", async () => {
  const key = newKey();
  const claimed = await claimRequest(asked(key, "Left behind"));
  if (!claimed.ok || !("claim" in claimed.value)) throw new Error("not claimed");
  const again = () => call("POST", "/teams", { key, body: { name: "Left behind" } });
  expect(await again()).toMatchObject({ code: "idempotency-key-in-use" });
  await clock.advance(16);
  expect(await again()).toMatchObject({ status: 201, replayed: false });
  // Were the first one only asleep, it would find itself replaced, and leave nothing.
  const late = createTeam({ ...bootstrapToken, request: claimed.value.claim }, { name: "Too late" });
  await expect(late).rejects.toThrow("taken it over");
  expect(await db.team.count({ where: { name: "Too late" } })).toBe(0);
});

test("whoever is killed between deed and answer has done it: nobody does it again", async () => {
  const key = newKey();
  const claimed = await claimRequest(asked(key, "Done"));
  if (!claimed.ok || !("claim" in claimed.value)) throw new Error("not claimed");
  await createTeam({ ...bootstrapToken, request: claimed.value.claim }, { name: "Done" });
  const again = () => call("POST", "/teams", { key, body: { name: "Done" } });
  expect(await again()).toMatchObject({ code: "idempotency-key-in-use" });
  await clock.advance(16);
  expect(await again()).toMatchObject({ status: 409, code: "answer-lost" });
  expect(await again()).toMatchObject({ status: 409, code: "answer-lost" });
});

test("deeds of every kind say that they are done", async () => {
  const { username } = await person();
  await signedIn(username);
  await db.apiRequest.deleteMany();
  const deeds = [
    ["POST", `/agents/${username}/state`, { state: "ready" }],
    ["POST", `/agents/${username}/force-logout`, { reason: "End of the shift" }],
    ["POST", `/users/${username}/unlock`, undefined],
    ["POST", `/users/${username}/reset-password`, undefined],
    ["PATCH", `/users/${username}`, { name: "Another", disabled: true }],
    ["PATCH", "/settings", { resumeMinutes: 7 }],
    ["POST", "/settings/not-ready-reasons", { name: "Fire drill", kind: "working" }],
  ] as const;
  for (const [method, address, body] of deeds) {
    const { status } = await call(method, address, { key: newKey(), body });
    expect([address, status < 300]).toEqual([address, true]);
  }
  const rows = await db.apiRequest.findMany();
  expect(rows.map(({ doneAt, answer }) => doneAt !== null && answer !== null)).toEqual(deeds.map(() => true));
});

test("after a day a key is new", async () => {
  const body = { name: "A day" };
  const key = newKey();
  await call("POST", "/teams", { key, body });
  await clock.advance(24 * 3600 - 60);
  await forgetOldRequests();
  expect(await call("POST", "/teams", { key, body })).toMatchObject({ status: 201, replayed: true });
  await clock.advance(120);
  await forgetOldRequests();
  expect(await call("POST", "/teams", { key, body })).toMatchObject({
    code: "team-name-taken",
    replayed: false,
  });
});
