import { expect, test } from "vitest";
import { z } from "zod";
import { call, tokenFor } from "./admin-api";
import { desktop, person, phone, signedIn, tell } from "./people";

// What each route answers is parsed strictly, in `call`, with the schema that the document is made from.

const idIn = (value: unknown) => z.looseObject({ id: z.uuid() }).parse(value).id;

test("users, whatever is known of their seats", async () => {
  const newcomer = await person({ personnelNumber: "00712", email: "maria@example.com" });
  const mobile = await person({ roles: ["agent", "supervisor"], supervises: ["Billing"] });
  const { username } = await person();
  const session = await signedIn(mobile.username, { client: phone });
  await tell(
    { id: session.sessionId, userId: mobile.id },
    { type: "state", state: "not_ready", reason: "Lunch" },
  );
  await signedIn(username, { client: desktop });
  for (const one of [newcomer.username, mobile.username, username]) await call("GET", `/users/${one}`);
  expect((await call("GET", "/users?limit=500")).value).toMatchObject({ next: null });
  const page = await call("GET", "/users?limit=1&sort=team,-since&role=agent&role=supervisor&signedIn=true");
  const { next } = z.object({ next: z.string() }).parse(page.value);
  await call(
    "GET",
    `/users?limit=1&sort=team,-since&role=agent&role=supervisor&signedIn=true&cursor=${next}`,
  );

  await call("POST", `/agents/${mobile.username}/state`, { body: { state: "ready" } });
  await call("POST", `/agents/${mobile.username}/force-logout`, { body: { reason: "End of the shift" } });
  const ended = await call("POST", `/users/${username}/end-session`, { body: { reason: "Left\nat open" } });
  expect(ended.value).toMatchObject({ cause: "ended_by_administrator", logoutType: "system" });
  for (const one of [newcomer.username, mobile.username, username])
    await call("GET", `/users/${one}/sessions?limit=1`);
  await call("GET", `/users/${mobile.username}`);
  await call("PATCH", `/users/${mobile.username}`, { body: { disabled: true, supervises: [], email: null } });
  await call("POST", `/users/${username}/unlock`);
  await call("POST", `/users/${username}/reset-password`);
});

test("new users, with a link and without", async () => {
  const user = { name: "New Person", team: "Billing", roles: ["agent"] };
  await call("POST", "/users", { body: { ...user, username: "new1" } });
  const linked = await call("POST", "/users", { body: { ...user, username: "new2", link: true } });
  expect(linked.value).toMatchObject({ link: { url: expect.stringContaining("#") } });
});

test("users from a file, clean or not", async () => {
  const file = (body: string, query = "") =>
    call("POST", `/users/import${query}`, { body, type: "text/csv" });
  const good = "username,name,team\nfile1,File One,Billing\n";
  const bad = `${good}file2,,Nowhere\n`;
  expect((await file(bad, "?dryRun=true")).value).toMatchObject({ created: 1, skipped: 1 });
  expect(await file(bad)).toMatchObject({
    status: 422,
    code: "lines-not-clean",
    errors: [{ line: 3 }, { line: 3 }],
  });
  expect((await file(bad, "?skipBad=true")).value).toMatchObject({ created: 1, skipped: 1 });
  expect((await file(good)).value).toEqual({ created: 0, updated: 0, unchanged: 1, skipped: 0, errors: [] });
  expect(await file("")).toMatchObject({ code: "empty-file" });
  expect(await file("name\nMaria\n")).toMatchObject({ code: "bad-mapping" });
  expect(await call("POST", "/users/import", { body: good })).toMatchObject({ code: "invalid-request" });
});

test("teams", async () => {
  const id = idIn((await call("POST", "/teams", { body: { name: "Sales" } })).value);
  const lead = await person({ roles: ["supervisor"] });
  const limits = [{ state: "after_call_work", minutes: 3 }];
  await call("PATCH", `/teams/${id}`, { body: { limits, supervisors: [lead.username] } });
  await call("GET", `/teams/${id}`);
  await call("GET", "/teams");
  await call("DELETE", `/teams/${id}`);
});

test("settings and reasons", async () => {
  await call("GET", "/settings");
  await call("PATCH", "/settings", { body: { resumeMinutes: 10, dailySignOutAt: null } });
  expect(await call("PATCH", "/settings", { body: { resumeMinutes: -1, other: 1 } })).toMatchObject({
    errors: [{ path: "resumeMinutes" }, { path: "other" }],
  });
  const body = { name: "Coaching", kind: "working", teams: ["Billing"] };
  const id = idIn((await call("POST", "/settings/not-ready-reasons", { body })).value);
  await call("PATCH", `/settings/not-ready-reasons/${id}`, { body: { archived: true } });
  await call("GET", "/settings/not-ready-reasons");
});

test("nobody without a token, and nobody who may not open the console", async () => {
  expect(await call("GET", "/teams", { token: "" })).toMatchObject({ status: 401, code: "unauthenticated" });
  expect(await call("GET", "/teams", { token: "rcp_guessed" })).toMatchObject({ code: "unauthenticated" });
  const agent = await tokenFor("Billing", ["agent"]).catch((error: unknown) => error);
  expect(agent).toMatchObject({ code: "not-allowed" });
  const analyst = await tokenFor("Billing", ["analyst"]);
  expect(await call("GET", "/users", { token: analyst.token })).toMatchObject({ status: 403 });
});
