import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGateway } from "@/gateway/server";
import { forceLogouts, forceStates } from "@/lib/agents/force";
import { ForceLogouts, ForceStates, mostForced } from "@/lib/agents/schema";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeReason, createReason } from "@/lib/reasons/commands";
import { reasonsOfTeams } from "@/lib/reasons/queries";
import { CreateReason } from "@/lib/reasons/schema";
import { signOut } from "@/lib/sessions/commands";
import { iphone, openApp } from "./app";
import { password, person, signedIn, tell } from "./people";
import { audited, newTeam, supervisorOf } from "./teams";

let gateway: Awaited<ReturnType<typeof startGateway>>;
let url: string;

beforeAll(async () => {
  gateway = await startGateway(0);
  url = `http://localhost:${gateway.port}`;
});
afterAll(() => gateway.stop());

const none = { done: [], onInteraction: [], signedOut: [], outOfReach: [] };

/** A supervisor, and agents of their team who are signed in. */
async function floor(count: number) {
  const team = await newTeam();
  const supervisor = await person({ roles: ["supervisor"], team: team.name, supervises: [team.name] });
  const actor: Actor = { ...supervisorOf(team.id), id: supervisor.id };
  const agents = [];
  for (let number = 0; number < count; number++) {
    const user = await person({ team: team.name });
    const { sessionId } = await signedIn(user.username);
    agents.push({ id: user.id, username: user.username, sessionId });
  }
  return { team, supervisor, actor, agents };
}
type Agent = Awaited<ReturnType<typeof floor>>["agents"][number];

const named = (agents: readonly Agent[]) =>
  agents.map(({ username, sessionId }) => ({ username, sessionId }));
const setAll = (actor: Actor, agents: readonly Agent[], to: object) =>
  forceStates(actor, ForceStates.parse({ agents: named(agents), to }));
const signOutAll = (actor: Actor, agents: readonly Agent[], evenOnInteraction = false) =>
  forceLogouts(actor, { agents: named(agents), by: { reason: "Fire drill", evenOnInteraction } });

const seat = ({ id }: Agent) => db.seat.findUniqueOrThrow({ where: { userId: id } });
const take = ({ id, sessionId }: Agent) =>
  tell(
    { id: sessionId, userId: id },
    { type: "interaction", interactionId: "c1", phase: "started", channel: "voice", direction: "inbound" },
  );
const usernames = (...agents: Agent[]) => agents.map(({ username }) => username);

describe("setting the state of many", () => {
  test("Ready, and Not Ready with a reason; each is audited", async () => {
    const { actor, agents } = await floor(2);
    const done = { ok: true, value: { ...none, done: usernames(...agents) } };
    expect(await setAll(actor, agents, { state: "ready" })).toEqual(done);
    for (const agent of agents) expect(await seat(agent)).toMatchObject({ state: "ready", reason: null });
    expect(await setAll(actor, agents, { state: "not_ready", reason: "Meeting" })).toEqual(done);
    for (const agent of agents) {
      expect(await seat(agent)).toMatchObject({ state: "not_ready", reason: "Meeting" });
      expect(await audited(agent.sessionId)).toMatchObject([
        { verb: "agent.force-state", actorId: actor.id },
        { verb: "agent.force-state", detail: { changes: { from: "ready", reason: "Meeting" } } },
      ]);
    }
  });

  test("who is on an interaction is left alone until it is said a second time", async () => {
    const { actor, agents } = await floor(2);
    const [free, busy] = agents as [Agent, Agent];
    await take(busy);
    const first = await setAll(actor, agents, { state: "not_ready", reason: "Break" });
    expect(first.value).toEqual({ ...none, done: usernames(free), onInteraction: usernames(busy) });
    expect((await seat(busy)).reason).toBeNull();
    const to = { state: "not_ready", reason: "Break", evenOnInteraction: true };
    expect((await setAll(actor, [busy], to)).value).toEqual({ ...none, done: usernames(busy) });
    expect(await seat(busy)).toMatchObject({ reason: "Break", openInteractions: 1 });
  });
});

describe("signing many out", () => {
  test("with a reason that each of them and the audit log has", async () => {
    const { actor, agents } = await floor(2);
    expect((await signOutAll(actor, agents)).value).toEqual({ ...none, done: usernames(...agents) });
    for (const { sessionId } of agents) {
      const session = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
      const by = { cause: "forced_by_supervisor", endedById: actor.id, endReason: "Fire drill" };
      expect(session).toMatchObject(by);
      expect(await audited(sessionId)).toMatchObject([
        { verb: "agent.force-logout", detail: { note: "Fire drill" } },
      ]);
    }
  });

  test("names who is on an interaction, and signs them out when it is said a second time", async () => {
    const { actor, agents } = await floor(3);
    const [free, busy, other] = agents as [Agent, Agent, Agent];
    await take(busy);
    const first = await signOutAll(actor, agents);
    expect(first.value).toEqual({ ...none, done: usernames(free, other), onInteraction: usernames(busy) });
    expect((await seat(busy)).open).toBe(true);
    expect((await signOutAll(actor, [busy], true)).value).toEqual({ ...none, done: usernames(busy) });
    expect((await seat(busy)).open).toBe(false);
  });

  test("whoever signed out meanwhile, or signed in anew, is left alone", async () => {
    const { actor, agents } = await floor(3);
    const [stays, left, anew] = agents as [Agent, Agent, Agent];
    await signOut({ id: left.sessionId, userId: left.id });
    await signedIn(anew.username);
    const forced = await signOutAll(actor, agents, true);
    expect(forced.value).toEqual({ ...none, done: usernames(stays), signedOut: usernames(left, anew) });
    expect((await seat(anew)).open).toBe(true);
  });

  test("by two at once: each agent is signed out once, by one of them", async () => {
    const { actor, agents } = await floor(4);
    const colleague: Actor = { ...actor, id: (await person({ roles: ["supervisor"] })).id };
    const both = await Promise.all([signOutAll(actor, agents), signOutAll(colleague, agents.toReversed())]);
    const done = both.flatMap(({ value }) => value.done);
    expect(done.sort()).toEqual(usernames(...agents).sort());
    expect(both.flatMap(({ value }) => value.signedOut).sort()).toEqual(done);
    for (const { sessionId } of agents) expect(await audited(sessionId)).toHaveLength(1);
  });

  test("as many as go at once", async () => {
    const { actor, agents } = await floor(mostForced);
    expect((await signOutAll(actor, agents)).value.done).toHaveLength(mostForced);
  });
});

describe("who may", () => {
  test("a supervisor of another team reaches nobody, and theirs all the same", async () => {
    const { agents } = await floor(1);
    const other = await floor(1);
    const all = [...agents, ...other.agents];
    const value = { ...none, done: usernames(...other.agents), outOfReach: usernames(...agents) };
    expect((await setAll(other.actor, all, { state: "ready" })).value).toEqual(value);
    expect((await signOutAll(other.actor, all, true)).value).toEqual(value);
    expect((await seat(agents[0] as Agent)).open).toBe(true);
  });

  test("nobody who is neither supervisor nor administrator", async () => {
    const { agents } = await floor(1);
    const refused = { code: "not-allowed" };
    for (const roles of [["agent"], ["analyst"]] as const) {
      const actor: Actor = { kind: "person", id: crypto.randomUUID(), roles, scope: "all" };
      await expect(setAll(actor, agents, { state: "ready" })).rejects.toMatchObject(refused);
      await expect(signOutAll(actor, agents)).rejects.toMatchObject(refused);
      await expect(reasonsOfTeams(actor, { teamIds: [] })).rejects.toMatchObject(refused);
    }
  });

  test.each([
    { agents: [] },
    { agents: Array(51).fill({ username: "a", sessionId: crypto.randomUUID() }) },
    { by: { reason: " " } },
    { by: {} },
  ])("out of bounds", (wrong) => {
    const agents = [{ username: "a", sessionId: crypto.randomUUID() }];
    expect(ForceLogouts.safeParse({ agents, by: { reason: "x" } }).success).toBe(true);
    expect(ForceLogouts.safeParse({ agents, by: { reason: "x" }, ...wrong }).success).toBe(false);
  });
});

test("an app is told within a second by whom, of its state and of its end", async () => {
  const { supervisor, actor, team } = await floor(0);
  const user = await person({ team: team.name });
  const app = await openApp(url, { username: user.username, password, client: iphone });
  await app.connect();
  await app.send({ type: "alive" });
  const { sessionId } = await db.seat.findUniqueOrThrow({ where: { userId: user.id } });
  const agent = { id: user.id, username: user.username, sessionId: sessionId ?? "" };

  let from = performance.now();
  await setAll(actor, [agent], { state: "not_ready", reason: "Meeting" });
  expect(await app.forced).toMatchObject({ state: "not_ready", reason: "Meeting", by: supervisor.name });
  expect(performance.now() - from).toBeLessThan(1000);

  from = performance.now();
  await signOutAll(actor, [agent]);
  expect(await app.ended).toMatchObject({
    by: supervisor.name,
    message: `${supervisor.name} signed you out: Fire drill`,
  });
  expect(performance.now() - from).toBeLessThan(1000);
});

test("the reasons offered are those that agents of every team concerned have", async () => {
  const [team, other] = [await newTeam(), await newTeam()];
  const input = CreateReason.parse({
    name: `Coaching ${team.id}`.slice(0, 60),
    kind: "working",
    teams: [team.name],
  });
  const made = await createReason(bootstrapToken, input);
  if (!made.ok) throw new Error(made.code);
  const offered = async (...teamIds: string[]) =>
    (await reasonsOfTeams(supervisorOf(team.id, other.id), { teamIds })).value;
  expect(await offered(team.id)).toContain(input.name);
  expect(await offered(team.id, other.id)).not.toContain(input.name);
  expect(await offered(other.id)).toContain("Break");
  await changeReason(bootstrapToken, { id: made.value.id, archived: true });
  expect(await offered(team.id)).not.toContain(input.name);
});
