import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeUser } from "@/lib/users/change";
import { createUser } from "@/lib/users/commands";
import { setDisabled } from "@/lib/users/disable";
import { CreateUser } from "@/lib/users/schema";
import { administratorOf } from "./accounts";
import { attempt, person, sessionsOf, signedIn } from "./people";
import { newName } from "./teams";

let count = 0;
let maria: Awaited<ReturnType<typeof person>>;
let admin: Actor;

beforeEach(async () => {
  count += 1;
  maria = await person({ username: `maria${count}`, name: "Maria Ortiz", personnelNumber: `P${count}` });
  const user = await person({ username: `admin${count}`, roles: ["administrator"], team: "Administration" });
  admin = { kind: "person", id: user.id, roles: ["administrator"], scope: "all" };
});

const supervisorOf = async (team: string): Promise<Actor> => {
  const { id } = await db.team.findFirstOrThrow({ where: { name: team } });
  return { kind: "person", id: null, roles: ["supervisor"], scope: [id] };
};
const auditOf = (subject: string) =>
  db.auditEntry.findMany({ where: { subject }, include: { detail: true }, orderBy: { at: "asc" } });
const change = (actor: Actor, given: Parameters<typeof changeUser>[1]["change"], was = {}) =>
  changeUser(actor, { user: maria.username, change: given, was });

describe("changing a user", () => {
  test("changes what differs, and records it", async () => {
    await person({ team: "Sales" });
    const changed = await change(admin, { name: "Maria Lind", team: "Sales", email: null, roles: ["agent"] });
    expect(changed).toMatchObject({ ok: true, value: { username: maria.username } });
    const after = await db.user.findUniqueOrThrow({ where: { id: maria.id }, include: { team: true } });
    expect(after).toMatchObject({ name: "Maria Lind", team: { name: "Sales" } });
    expect((await auditOf(maria.id)).at(-1)).toMatchObject({
      verb: "user.change",
      actorId: admin.id,
      detail: {
        changes: {
          from: { name: "Maria Ortiz", team: "Billing" },
          to: { name: "Maria Lind", team: "Sales" },
        },
      },
    });
  });

  test("to what it is already changes and records nothing", async () => {
    await change(admin, { name: "Maria Ortiz", roles: ["agent"] });
    expect((await auditOf(maria.id)).map(({ verb }) => verb)).toEqual(["user.create"]);
  });

  test("supervised teams are replaced", async () => {
    await person({ team: "Sales" });
    await change(admin, { roles: ["agent", "supervisor"], supervises: ["Billing", "Sales"] });
    await change(admin, { supervises: ["Sales"] });
    const rows = await db.teamSupervisor.findMany({ where: { userId: maria.id }, include: { team: true } });
    expect(rows.map(({ team }) => team.name)).toEqual(["Sales"]);
  });

  test.each([
    ["username-taken", (other: { username: string }) => ({ username: other.username.toUpperCase() })],
    ["personnel-number-taken", () => ({ personnelNumber: "taken" })],
    ["unknown-team", () => ({ team: "No such team" })],
    ["unknown-team", () => ({ supervises: ["No such team"] })],
  ])("%s", async (code, given) => {
    const other = await person();
    await db.user.updateMany({ where: { personnelNumber: "taken" }, data: { personnelNumber: null } });
    await db.user.update({ where: { id: other.id }, data: { personnelNumber: "taken" } });
    expect(await change(admin, given(other))).toMatchObject({ ok: false, code });
    expect(await db.user.findUniqueOrThrow({ where: { id: maria.id } })).toMatchObject({
      username: maria.username,
    });
  });

  test("what somebody else changed meanwhile is not overwritten; what they left alone is no obstacle", async () => {
    await change(admin, { name: "Maria Lind" });
    const was = { name: "Maria Ortiz", email: null };
    expect(await change(admin, { name: "M. Ortiz" }, was)).toMatchObject({ code: "setting-changed" });
    expect(await change(admin, { email: "maria@example.org" }, was)).toMatchObject({ ok: true });
    expect(await change(admin, { name: "Maria Lind" }, was)).toMatchObject({ ok: true });
  });

  test("nobody takes away their own administration, nor the last one", async () => {
    const own = await db.user.findUniqueOrThrow({ where: { id: admin.id ?? "" } });
    const toAgent = { user: own.username, change: { roles: ["agent" as const] } };
    expect(await changeUser(admin, toAgent)).toMatchObject({ code: "own-account" });
    await db.user.updateMany({
      where: { roles: { has: "administrator" }, id: { not: own.id } },
      data: { disabledAt: new Date() },
    });
    expect(await changeUser(bootstrapToken, toAgent)).toMatchObject({ code: "last-administrator" });
  });

  test("a change that is refused in part is not made at all", async () => {
    const own = await db.user.findUniqueOrThrow({ where: { id: admin.id ?? "" } });
    const both = { user: own.username, change: { name: "Another", disabled: true } };
    expect(await changeUser(admin, both)).toMatchObject({ code: "own-account" });
    expect(await db.user.findUniqueOrThrow({ where: { id: own.id } })).toMatchObject({ name: own.name });
  });

  test("nobody but administrators, and nobody unknown", async () => {
    await expect(change(await supervisorOf("Billing"), { name: "X" })).rejects.toMatchObject({
      code: "not-allowed",
    });
    expect(await changeUser(admin, { user: "nobody", change: {} })).toMatchObject({ code: "not-found" });
  });
});

describe("disabling", () => {
  test("ends the session, shuts the console and the apps, and can be taken back", async () => {
    const { sessionId } = await signedIn(maria.username);
    const done = await setDisabled(admin, { usernames: [maria.username], disabled: true });
    expect(done).toMatchObject({ ok: true, value: { changed: [maria.username], sessionsEnded: 1 } });
    expect(await sessionsOf(maria.id)).toMatchObject([
      { id: sessionId, cause: "account_disabled", certainty: "exact", endedById: admin.id },
    ]);
    expect(await attempt(maria.username)).toMatchObject({ code: "account-disabled" });

    const again = await setDisabled(admin, { usernames: [maria.username], disabled: true });
    expect(again).toMatchObject({ ok: true, value: { changed: [], sessionsEnded: 0 } });
    await setDisabled(admin, { usernames: [maria.username], disabled: false });
    expect(await attempt(maria.username)).toMatchObject({ ok: true });
    expect((await auditOf(maria.id)).map(({ verb }) => verb)).toEqual([
      "user.create",
      "user.disable",
      "user.enable",
    ]);
  });

  test("many at once; who is left as they were is told, and why", async () => {
    const others = await Promise.all([person(), person(), person()]);
    const usernames = others.map(({ username }) => username);
    const own = await db.user.findUniqueOrThrow({ where: { id: admin.id ?? "" } });
    const asked = [...usernames, own.username, "nobody"];
    expect(await setDisabled(admin, { usernames: asked, disabled: true })).toMatchObject({
      value: {
        changed: expect.arrayContaining(usernames),
        left: [
          { name: own.name, code: "own-account" },
          { name: "nobody", code: "unknown-user" },
        ],
      },
    });
    const disabled = await db.user.findMany({
      where: { username: { in: asked }, disabledAt: { not: null } },
      select: { username: true },
    });
    expect(disabled.map(({ username }) => username).toSorted()).toEqual(usernames.toSorted());
    expect((await auditOf(own.id)).map(({ verb }) => verb)).not.toContain("user.disable");
    // Oneself is no obstacle to being enabled.
    expect(await setDisabled(admin, { usernames: asked, disabled: false })).toMatchObject({
      value: { changed: expect.arrayContaining(usernames), left: [{ name: "nobody" }] },
    });
  });

  test("an administrator of one team leaves alone whoever is not theirs to change", async () => {
    const [mine, other] = [await person({ team: newName() }), await person({ team: newName() })];
    const usernames = [mine.username, other.username];
    expect(await setDisabled(administratorOf(mine.teamId), { usernames, disabled: true })).toMatchObject({
      value: { changed: [mine.username], left: [{ name: other.username, code: "unknown-user" }] },
    });
    expect(await db.user.findUniqueOrThrow({ where: { id: other.id } })).toMatchObject({ disabledAt: null });
  });

  test("while people sign in: no session of a disabled user stays open", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => person()));
    const usernames = people.map(({ username }) => username);
    await Promise.all([
      ...usernames.map((username) => attempt(username)),
      setDisabled(admin, { usernames, disabled: true }),
      ...usernames.map((username) => attempt(username)),
    ]);
    const open = await db.session.count({
      where: { userId: { in: people.map(({ id }) => id) }, logoutAt: null },
    });
    expect(open).toBe(0);
  });

  test("a supervisor may not, of any team", async () => {
    const given = { usernames: [maria.username], disabled: true };
    await expect(setDisabled(await supervisorOf("Billing"), given)).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  test("the last administrator stays", async () => {
    await db.user.updateMany({
      where: { roles: { has: "administrator" }, id: { not: admin.id ?? "" } },
      data: { disabledAt: new Date() },
    });
    const own = await db.user.findUniqueOrThrow({ where: { id: admin.id ?? "" } });
    const agent = await person();
    const usernames = [own.username, agent.username];
    expect(await setDisabled(bootstrapToken, { usernames, disabled: true })).toMatchObject({
      value: { changed: [agent.username], left: [{ name: own.name, code: "last-administrator" }] },
    });
    expect(await db.user.findUniqueOrThrow({ where: { id: own.id } })).toMatchObject({ disabledAt: null });
  });
});

describe("making a user", () => {
  test("with a link instead of a password", async () => {
    const input = CreateUser.parse({
      username: `link${count}`,
      name: "L",
      team: "Billing",
      roles: ["agent"],
      link: true,
    });
    const made = await createUser(admin, input);
    expect(made).toMatchObject({
      ok: true,
      value: { link: { url: expect.stringContaining("/set-password") } },
    });
  });

  test.each(["new", "Import"])("%s is an address of the console and nobody's name", (username) => {
    const given = { username, name: "N", team: "Billing", roles: ["agent"] };
    expect(CreateUser.safeParse(given).error?.issues[0]?.message).toContain("needs for itself");
  });
});
