import { beforeAll, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { actorByToken, createToken, listTokens, revokeToken } from "@/lib/auth/api-tokens";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { changeUser } from "@/lib/users/change";
import { setDisabled } from "@/lib/users/disable";
import { readPasswordState, resetPassword, revokeTokensOf } from "@/lib/users/passwords";
import { getUser } from "@/lib/users/queries";
import { supervisorOf } from "./accounts";
import { passInClock } from "./clock";
import { password, person } from "./people";

let clock: Awaited<ReturnType<typeof passInClock>>;

beforeAll(async () => {
  clock = await passInClock(await databaseNow(db));
});

const ip = "10.9.9.9";
const daySeconds = 24 * 3600;

async function supervisor(team = "Billing") {
  const user = await person({ roles: ["supervisor"], team, supervises: [team] });
  const actor: Actor = { kind: "person", id: user.id, roles: user.roles, scope: [user.teamId] };
  return { user, actor };
}

async function tokenOf(actor: Actor, days = 30) {
  const made = await createToken(actor, { name: "Wallboard", days, current: password, ip });
  if (!made.ok) throw new Error(made.code);
  return made.value.token;
}

test("a token acts as its owner, with their roles and teams of this moment", async () => {
  const { user, actor } = await supervisor();
  const token = await tokenOf(actor);
  expect(await actorByToken(token)).toMatchObject(actor);
  const [own, foreign] = [await person({ team: "Billing" }), await person({ team: "Sales" })];
  const asked = await actorByToken(token);
  if (!asked) throw new Error("nobody");
  expect(await getUser(asked, own.username)).toMatchObject({ ok: true });
  expect(await getUser(asked, foreign.username)).toMatchObject({ code: "not-found" });
  await db.teamSupervisor.create({ data: { teamId: foreign.teamId, userId: user.id } });
  expect((await actorByToken(token))?.scope).toHaveLength(2);
  await db.user.update({ where: { id: user.id }, data: { roles: ["agent"] } });
  expect(await actorByToken(token)).toBeNull();
});

test("a token of somebody disabled, one that was revoked, and one that expired stand for nobody", async () => {
  const { user, actor } = await supervisor();
  const [token, other] = [await tokenOf(actor), await tokenOf(actor, 90)];
  await db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
  expect(await actorByToken(token)).toBeNull();
  await db.user.update({ where: { id: user.id }, data: { disabledAt: null } });
  await clock.advance(30 * daySeconds);
  expect(await actorByToken(token)).toBeNull();
  expect(await actorByToken(other)).not.toBeNull();
  const [row, ...rest] = await listTokens(actor);
  expect(rest).toEqual([]);
  expect(await revokeToken(actor, { tokenId: row?.id ?? "" })).toMatchObject({ ok: true });
  expect(await actorByToken(other)).toBeNull();
  expect(await revokeToken(actor, { tokenId: row?.id ?? "" })).toMatchObject({ code: "not-found" });
  expect(await listTokens(actor)).toEqual([]);
  expect(await actorByToken("rcp_nobody-made-this-one")).toBeNull();
});

test("the database keeps the hash alone, and when the token was used last", async () => {
  const { user, actor } = await supervisor();
  const token = await tokenOf(actor);
  const row = () => db.apiToken.findFirstOrThrow({ where: { userId: user.id } });
  expect(await row()).toMatchObject({ lastUsedAt: null });
  expect(JSON.stringify(await row())).not.toContain(token.slice(4));
  await actorByToken(token);
  const first = (await row()).lastUsedAt;
  await clock.advance(59);
  await actorByToken(token);
  expect((await row()).lastUsedAt).toEqual(first);
  await clock.advance(2);
  await actorByToken(token);
  expect((await row()).lastUsedAt?.getTime()).toBeGreaterThan(first?.getTime() ?? 0);
});

test("what is done with tokens is in the audit, in the owner's name", async () => {
  const { user, actor } = await supervisor();
  await tokenOf(actor);
  const [row] = await listTokens(actor);
  await revokeToken(actor, { tokenId: row?.id ?? "" });
  const entries = await db.auditEntry.findMany({ where: { subject: row?.id ?? "" }, orderBy: { at: "asc" } });
  expect(entries.map(({ verb, actorId }) => [verb, actorId])).toEqual([
    ["api-token.create", user.id],
    ["api-token.revoke", user.id],
  ]);
});

test("whom a token is refused", async () => {
  const refused = { code: "needs-a-person" };
  const mine = { name: "Mine", days: 30, current: password, ip };
  const agent = await person();
  const asAgent: Actor = { kind: "person", id: agent.id, roles: ["agent"], scope: [] };
  await expect(createToken(asAgent, mine)).rejects.toMatchObject({ code: "not-allowed" });
  await expect(createToken(bootstrapToken, mine)).rejects.toMatchObject(refused);
  await expect(listTokens(bootstrapToken)).rejects.toMatchObject(refused);
  const { actor } = await supervisor();
  await tokenOf(actor);
  const [row] = await listTokens(actor);
  const other = await supervisor("Sales");
  expect(await revokeToken(other.actor, { tokenId: row?.id ?? "" })).toMatchObject({ code: "not-found" });
});

test("what is done by a token says so in the audit, alone and for many", async () => {
  const admin = await person({ roles: ["administrator"] });
  const byHand: Actor = { kind: "person", id: admin.id, roles: admin.roles, scope: "all" };
  const asked = await actorByToken(await tokenOf(byHand));
  if (!asked) throw new Error("nobody");
  const user = await person();
  await changeUser(asked, { user: user.username, change: { name: "By a program" } });
  await setDisabled(asked, { usernames: [user.username], disabled: true });
  await setDisabled(byHand, { usernames: [user.username], disabled: false });
  const entries = await db.auditEntry.findMany({ where: { subject: user.id }, orderBy: { at: "asc" } });
  expect(entries.map(({ verb, tokenId }) => [verb, tokenId])).toEqual([
    ["user.create", null],
    ["user.change", asked.tokenId],
    ["user.disable", asked.tokenId],
    ["user.enable", null],
  ]);
});

test("an open session alone makes no token, and is no way to guess the password", async () => {
  const { actor } = await supervisor();
  const wrong = () => createToken(actor, { name: "Mine", days: 30, current: "a guess", ip });
  for (let time = 0; time < 10; time++) expect(await wrong()).toMatchObject({ code: "invalid-credentials" });
  expect(await wrong()).toMatchObject({ code: "too-many-attempts" });
  expect(await listTokens(actor)).toEqual([]);
});

test("an administrator sees how many tokens somebody has, and revokes them all", async () => {
  const { user, actor } = await supervisor();
  const tokens = [await tokenOf(actor), await tokenOf(actor, 90)];
  const state = () => readPasswordState(bootstrapToken, user);
  expect(await state()).toMatchObject({ value: { tokens: 2 } });
  expect(await revokeTokensOf(bootstrapToken, user)).toEqual({ ok: true, value: { revoked: 2 } });
  for (const token of tokens) expect(await actorByToken(token)).toBeNull();
  expect(await state()).toMatchObject({ value: { tokens: 0 } });
  expect(await revokeTokensOf(bootstrapToken, user)).toEqual({ ok: true, value: { revoked: 0 } });
  const where = { subject: user.id, verb: "user.revoke-tokens" };
  expect(await db.auditEntry.count({ where })).toBe(1);

  await expect(revokeTokensOf(supervisorOf(user.teamId), user)).rejects.toMatchObject({
    code: "not-allowed",
  });
  expect(await revokeTokensOf(bootstrapToken, { username: "nobody" })).toMatchObject({ code: "not-found" });
});

test("a reset of the password voids the tokens, too", async () => {
  const { user, actor } = await supervisor();
  const token = await tokenOf(actor);
  await resetPassword(bootstrapToken, { username: user.username });
  expect(await actorByToken(token)).toBeNull();
});
