import { expect, test } from "vitest";
import { z } from "zod";
import { call, tokenFor } from "./admin-api";
import { passInClock } from "./clock";
import { newTeam } from "./teams";

// What each route answers is parsed strictly, in `call`, with the schema that the document is made from.

await passInClock(new Date("2026-11-20T15:00:00Z"));
const team = await newTeam();
const { token, user } = await tokenFor(team.name, ["analyst"]);
const other = await tokenFor(team.name, ["analyst"]);
const administrator = await tokenFor(team.name, ["administrator"]);
const supervisor = await tokenFor(team.name, ["supervisor"]);

const body = {
  name: "Hours for payroll",
  layoutId: null,
  preset: "lastMonth",
  format: "xlsx",
  rhythm: { every: "week", days: [5, 1], at: "06:30", zone: "Europe/Berlin" },
  recipients: ["payroll@centre.example"],
};
const Answer = z.looseObject({ id: z.uuid(), revision: z.int() });

async function made() {
  const answer = await call("POST", "/schedules", { token, body });
  expect(answer.status).toBe(201);
  return answer;
}

test("from its first day to its end", async () => {
  const { value } = await made();
  const { id } = Answer.parse(value);
  expect(value).toMatchObject({
    owner: user.name,
    mine: true,
    layout: { id: null, name: null, state: "stock" },
    rhythm: { every: "week", days: [1, 5] },
    next: ["2026-11-23T05:30:00.000Z", "2026-11-27T05:30:00.000Z", "2026-11-30T05:30:00.000Z"],
    halted: null,
    runs: [],
  });
  const paused = await call("PATCH", `/schedules/${id}`, { token, body: { revision: 1, paused: true } });
  expect(paused.value).toMatchObject({ revision: 2, next: [], halted: { why: "paused" } });
  expect(
    await call("PATCH", `/schedules/${id}`, { token, body: { revision: 1, name: "Late" } }),
  ).toMatchObject({ status: 409, code: "setting-changed" });
  expect(await call("POST", `/schedules/${id}/send`, { token })).toMatchObject({
    code: "no-mail",
  });
  expect(await call("GET", "/schedules", { token })).toMatchObject({
    value: { items: [{ id }], next: null },
  });
  expect(await call("DELETE", `/schedules/${id}?revision=2`, { token })).toMatchObject({ status: 204 });
  expect(await call("GET", `/schedules/${id}`, { token })).toMatchObject({ status: 404 });
});

test("each sees their own, administrators all, supervisors none; a token that acts for nobody has none", async () => {
  const { id } = Answer.parse((await made()).value);
  expect(await call("GET", `/schedules/${id}`, { token: other.token })).toMatchObject({ status: 404 });
  expect(await call("GET", `/schedules/${id}`, { token: administrator.token })).toMatchObject({
    value: { id, mine: false },
  });
  const change = { revision: 1, recipients: ["me@elsewhere.example"] };
  expect(await call("PATCH", `/schedules/${id}`, { token: administrator.token, body: change })).toMatchObject(
    { status: 403 },
  );
  expect(await call("GET", "/schedules", { token: supervisor.token })).toMatchObject({ status: 403 });
  expect(await call("POST", "/schedules", { body })).toMatchObject({
    status: 403,
    code: "needs-a-person",
  });
});

test("what is wrong is told with its field", async () => {
  const wrong = { ...body, rhythm: { ...body.rhythm, days: [8] }, recipients: ["nobody"] };
  const refused = await call("POST", "/schedules", { token, body: wrong });
  expect(refused).toMatchObject({
    status: 422,
    errors: [{ path: "rhythm.days.0" }, { path: "recipients.0" }],
  });
  expect(
    await call("POST", "/schedules", { token, body: { ...body, layoutId: crypto.randomUUID() } }),
  ).toMatchObject({ code: "unknown-layout" });
});
