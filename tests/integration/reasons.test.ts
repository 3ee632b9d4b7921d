import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeReason, createReason } from "@/lib/reasons/commands";
import { listReasons, reasonsOf } from "@/lib/reasons/queries";
import { type ChangeReason, CreateReason } from "@/lib/reasons/schema";
import { createTeam } from "@/lib/teams/commands";
import { person, signedIn, tell } from "./people";

const supervisor: Actor = { kind: "person", id: crypto.randomUUID(), roles: ["supervisor"], scope: [] };
const nobody = crypto.randomUUID();

const standing = async () => (await listReasons(bootstrapToken)).filter(({ archived }) => !archived);
const names = async () => (await standing()).map(({ name }) => name);
const idOf = async (name: string) =>
  (await listReasons(bootstrapToken)).find((reason) => reason.name === name)?.id ?? nobody;

async function create(input: Parameters<typeof CreateReason.parse>[0]) {
  return createReason(bootstrapToken, CreateReason.parse(input));
}
const change = async (name: string, patch: ChangeReason) =>
  changeReason(bootstrapToken, { id: await idOf(name), ...patch });

async function lastAudited() {
  const entry = await db.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" }, include: { detail: true } });
  return { verb: entry.verb, subject: entry.subject, changes: entry.detail?.changes };
}

beforeEach(async () => {
  await createTeam(bootstrapToken, { name: "Billing" });
  await createTeam(bootstrapToken, { name: "Sales" });
  for (const { id, name } of await listReasons(bootstrapToken)) {
    const ours = ["Break", "Lunch", "Training", "Meeting"].includes(name);
    if (!ours) await db.notReadyReason.delete({ where: { id } });
    else await changeReason(bootstrapToken, { id, archived: false, teams: null });
  }
  for (const name of ["Break", "Lunch", "Training", "Meeting"]) await change(name, { before: null });
});

test("every centre starts with four", async () => {
  expect((await standing()).map(({ name, kind, teams }) => [name, kind, teams])).toEqual([
    ["Break", "break", null],
    ["Lunch", "break", null],
    ["Training", "working", null],
    ["Meeting", "working", null],
  ]);
});

describe("a new reason", () => {
  test("comes last, and is audited", async () => {
    const made = await create({ name: " Coaching ", kind: "working", teams: ["sales", "Billing"] });
    if (!made.ok) throw new Error(made.code);
    expect(made.value).toMatchObject({ name: "Coaching", teams: ["Billing", "Sales"], archived: false });
    expect((await names()).at(-1)).toBe("Coaching");
    expect(await lastAudited()).toMatchObject({
      verb: "reason.create",
      subject: made.value.id,
      changes: { to: { name: "Coaching", kind: "working" } },
    });
  });

  test("has a name of its own, whatever the case, and also beside archived ones", async () => {
    expect(await create({ name: "LUNCH", kind: "working" })).toMatchObject({ code: "reason-name-taken" });
    await change("Lunch", { archived: true });
    expect(await create({ name: "lunch", kind: "break" })).toMatchObject({ code: "reason-name-taken" });
  });

  test("is for teams that exist", async () => {
    const made = await create({ name: "Coaching", kind: "working", teams: ["Billing", "Nowhere"] });
    expect(made).toMatchObject({ code: "unknown-team" });
    expect(await names()).not.toContain("Coaching");
  });

  test.each([
    { name: "", kind: "break" },
    { name: "x".repeat(65), kind: "break" },
    { name: "Coaching", kind: "leisure" },
    { name: "Coaching", kind: "break", teams: [] },
  ])("out of bounds: %j", (input) => {
    expect(CreateReason.safeParse(input).success).toBe(false);
  });
});

describe("changing a reason", () => {
  test("name, kind and teams; what differs is audited, what does not is not", async () => {
    const id = await idOf("Meeting");
    const changed = await change("Meeting", { name: "Team talk", kind: "break", teams: ["Sales"] });
    expect(changed).toMatchObject({
      ok: true,
      value: { id, name: "Team talk", kind: "break", teams: ["Sales"] },
    });
    const audited = await lastAudited();
    expect(audited).toEqual({
      verb: "reason.change",
      subject: id,
      changes: {
        from: { name: "Meeting", kind: "working", teams: null },
        to: { name: "Team talk", kind: "break", teams: ["Sales"] },
      },
    });
    await changeReason(bootstrapToken, { id, kind: "break" });
    expect(await lastAudited()).toEqual(audited);
    await changeReason(bootstrapToken, { id, name: "Meeting", kind: "working", teams: null });
  });

  test("is moved before another, or to the end", async () => {
    await change("Meeting", { before: await idOf("Lunch") });
    expect(await names()).toEqual(["Break", "Meeting", "Lunch", "Training"]);
    expect((await lastAudited()).changes).toEqual({ from: { position: 4 }, to: { position: 2 } });
    await change("Break", { before: null });
    expect(await names()).toEqual(["Meeting", "Lunch", "Training", "Break"]);
  });

  test("an archived one is offered no more, and comes back last; what agents were stays", async () => {
    const user = await person();
    const session = await signedIn(user.username);
    await tell(
      { id: session.sessionId, userId: user.id },
      { type: "state", state: "not_ready", reason: "Break" },
    );
    await change("Break", { archived: true });
    expect(await names()).toEqual(["Lunch", "Training", "Meeting"]);
    expect((await listReasons(bootstrapToken)).at(-1)).toMatchObject({ name: "Break", archived: true });
    expect((await db.seat.findUniqueOrThrow({ where: { userId: user.id } })).reason).toBe("Break");
    await change("Break", { archived: false });
    expect(await names()).toEqual(["Lunch", "Training", "Meeting", "Break"]);
  });

  test("what is not there", async () => {
    expect(await changeReason(bootstrapToken, { id: nobody, name: "X" })).toMatchObject({
      code: "not-found",
    });
    expect(await change("Lunch", { before: nobody, name: "Dinner" })).toMatchObject({ code: "not-found" });
    expect(await change("Lunch", { teams: ["Nowhere"] })).toMatchObject({ code: "unknown-team" });
    expect(await change("Lunch", { name: "break" })).toMatchObject({ code: "reason-name-taken" });
    expect(await names()).toContain("Lunch");
  });

  test("by two at once: the order stays one", async () => {
    const moves = ["Meeting", "Training", "Lunch"].map((name) => change(name, { before: null }));
    await Promise.all([...moves, create({ name: "Coaching", kind: "working" })]);
    const positions = await db.notReadyReason.findMany({ orderBy: { position: "asc" } });
    expect(positions.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  });
});

test("a supervisor is refused", async () => {
  const refused = { code: "not-allowed" };
  const input = CreateReason.parse({ name: "Coaching", kind: "working" });
  await expect(createReason(supervisor, input)).rejects.toMatchObject(refused);
  const id = await idOf("Lunch");
  await expect(changeReason(supervisor, { id, archived: true })).rejects.toMatchObject(refused);
  await expect(listReasons(supervisor)).rejects.toMatchObject(refused);
});

test("an agent is offered what is for every team and what is for theirs", async () => {
  const { teamId } = await person({ team: "Billing" });
  const sales = await person({ team: "Sales" });
  await change("Training", { teams: ["Sales"] });
  expect(await reasonsOf(db, teamId)).toEqual(["Break", "Lunch", "Meeting"]);
  expect(await reasonsOf(db, sales.teamId)).toEqual(["Break", "Lunch", "Training", "Meeting"]);
});
