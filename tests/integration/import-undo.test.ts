import { fork } from "node:child_process";
import { once } from "node:events";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { LinkToken } from "@/lib/auth/password-links";
import { db } from "@/lib/db";
import { cancelImport, continueImport, startImport, undoImport } from "@/lib/imports/commands";
import { undoExceptions } from "@/lib/imports/queries";
import { exchangePassword, setPasswordByLink } from "@/lib/users/passwords";
import { importFile, progress, undo, upload } from "./imports";
import { password, person, sessionsOf, signedIn } from "./people";

const user = (username: string) => db.user.findFirst({ where: { username }, include: { team: true } });
const supervisor: Actor = { kind: "person", id: null, roles: ["supervisor"], scope: [] };

beforeAll(async () => {
  await person({ username: "root", team: "Office", roles: ["administrator"] });
  await person({ team: "Billing" });
});

/** A file of so many new people. */
const people = (prefix: string, count: number) =>
  `username,name,team\n${Array.from({ length: count }, (_, n) => `${prefix}${n},Person ${n},Billing`).join("\n")}`;

/** Does what is asked of somebody at the first sign-in. */
async function choosesPassword(username: string) {
  const link = await exchangePassword({ username, password }, null);
  if (!link.ok) throw new Error(link.code);
  await setPasswordByLink({ token: LinkToken.parse(link.value.url.split("#")[1]), password }, null);
}

describe("undoing", () => {
  test("takes back who was made, who was changed, and the teams", async () => {
    const anna = await person({ username: "anna", name: "Anna", team: "Billing", personnelNumber: "1" });
    const { id } = await importFile(
      "username,name,team,personnelNumber,roles\nanna,Anna Petrova,Field,2,agent|supervisor\nfresh,Fresh,Field,3,\n",
      { createTeams: true },
    );
    expect(await user("anna")).toMatchObject({
      name: "Anna Petrova",
      personnelNumber: "2",
      team: { name: "Field" },
    });
    expect(await undo(id)).toMatchObject({ state: "undone", undo: { deleted: 1, restored: 1, left: 0 } });
    expect(await user("anna")).toMatchObject({
      name: "Anna",
      personnelNumber: "1",
      teamId: anna.teamId,
      roles: ["agent"],
    });
    expect(await user("fresh")).toBeNull();
    expect(await db.team.count({ where: { name: "Field" } })).toBe(0);
    const entries = await db.auditEntry.findMany({ where: { subject: { in: [id, anna.id] } } });
    expect(entries.map(({ verb }) => verb).sort()).toEqual(
      ["import.run", "import.undo", "user.change", "user.change", "user.create"].sort(),
    );
    expect(await undoImport(bootstrapToken, { id })).toMatchObject({ ok: false, code: "import-moved-on" });
  });

  test("disables and names who has signed in since, and signs them out", async () => {
    const { id } = await importFile(
      `username,name,team,password\nbusy,Busy,Billing,${password}\nidle,Idle,Billing,${password}\n`,
    );
    await choosesPassword("busy");
    await signedIn("busy");
    expect(await undo(id)).toMatchObject({ undo: { deleted: 1, disabled: 1 } });
    expect((await user("busy"))?.disabledAt).not.toBeNull();
    expect(await sessionsOf((await user("busy"))?.id ?? "")).toMatchObject([{ cause: "account_disabled" }]);
    expect(await undoExceptions(bootstrapToken, id)).toMatchObject([
      { username: "busy", line: 2, undone: "disabled" },
    ]);
  });

  test("takes back a first password, but none that its owner chose since", async () => {
    for (const username of ["given", "gives", "chooser"]) {
      const { id } = await person({ username, name: "N" });
      await db.user.update({ where: { id }, data: { passwordHash: null } });
    }
    const { id } = await importFile(
      `username,name,password\ngiven,,${password}\ngives,New Name,${password}\nchooser,,${password}\n`,
    );
    const link = await exchangePassword({ username: "given", password }, null);
    expect(link).toMatchObject({ ok: true });
    await choosesPassword("chooser");
    expect(await undo(id)).toMatchObject({ undo: { restored: 2, changedSince: 1 } });
    for (const username of ["given", "gives"])
      expect(await user(username)).toMatchObject({
        name: "N",
        passwordHash: null,
        mustChangePassword: false,
      });
    if (link.ok) {
      const token = LinkToken.parse(link.value.url.split("#")[1]);
      expect(await setPasswordByLink({ token, password }, null)).toMatchObject({ ok: false });
    }
    await signedIn("chooser");
    const { id: givenId } = await db.user.findFirstOrThrow({ where: { username: "given" } });
    const entries = await db.auditEntry.findMany({ where: { subject: givenId }, orderBy: { at: "asc" } });
    expect(entries.map(({ verb }) => verb)).toContain("user.reset-password");
  });

  test("leaves who was changed again since, and what cannot be given back", async () => {
    const [ben, carl] = [
      await person({ username: "ben", name: "Ben" }),
      await person({ username: "carl", name: "Carl", personnelNumber: "old" }),
    ];
    const { id } = await importFile("username,name,personnelNumber\nben,Ben B,\ncarl,Carl C,new\n");
    await db.user.update({ where: { id: ben.id }, data: { name: "Ben by hand" } });
    await person({ username: "heir", personnelNumber: "old" });
    expect(await undo(id)).toMatchObject({ undo: { restored: 0, changedSince: 1, notPossible: 1 } });
    expect(await user("ben")).toMatchObject({ name: "Ben by hand" });
    expect(await user("carl")).toMatchObject({ name: "Carl C", id: carl.id });
    expect(await undoExceptions(bootstrapToken, id)).toMatchObject([
      { username: "ben", undone: "changed_since" },
      { username: "carl", undone: "not_possible" },
    ]);
  });

  test("never takes the access of whoever undoes it, nor the last administrator's", async () => {
    const { id: meId } = await person({ username: "me", roles: ["agent"] });
    const { id } = await importFile("username,roles\nme,administrator\n");
    const me: Actor = { kind: "person", id: meId, roles: ["administrator"], scope: "all" };
    expect(await undo(id, me)).toMatchObject({ undo: { notPossible: 1, restored: 0 } });
    expect(await user("me")).toMatchObject({ roles: ["administrator"] });
  });

  test("is over after an hour, and is for those who may write users", async () => {
    const { id } = await importFile(people("late", 1));
    await expect(undoImport(supervisor, { id })).rejects.toThrow("users:write");
    await db.$executeRaw`update user_import set beat_at = beat_at - interval '61 min' where id = ${id}::uuid`;
    expect(await undoImport(bootstrapToken, { id })).toMatchObject({ ok: false, code: "too-late-to-undo" });
    expect(await user("late0")).not.toBeNull();
  });
});

describe("an import that stops", () => {
  test("with its process goes on where it was, and nobody is made twice", async () => {
    const id = await upload(people("k", 1500));
    const child = fork("tests/integration/import-process.ts", [id], { execArgv: ["--import", "tsx"] });
    await once(child, "message");
    await vi.waitUntil(async () => (await progress(id)).handled > 0, { timeout: 15_000, interval: 5 });
    child.kill("SIGKILL");
    await once(child, "exit");
    const { handled, lastLine } = await progress(id);
    expect(handled).toBeGreaterThan(0);
    expect(handled).toBeLessThan(1500);
    expect(lastLine).toBe(handled + 1);
    expect(await db.user.count({ where: { username: { startsWith: "k" } } })).toBe(handled);
    expect(await continueImport(bootstrapToken, { id })).toMatchObject({
      ok: false,
      code: "import-moved-on",
    });

    await db.$executeRaw`update user_import set beat_at = beat_at - interval '11 s' where id = ${id}::uuid`;
    expect(await progress(id)).toMatchObject({ state: "stopped" });
    const continued = await continueImport(bootstrapToken, { id });
    if (continued.ok) await continued.value.work;
    expect(await progress(id)).toMatchObject({ state: "done", handled: 1500, created: 1500, skipped: 0 });
    expect(await undo(id)).toMatchObject({ undo: { deleted: 1500 } });
    expect(await db.user.count({ where: { username: { startsWith: "k" } } })).toBe(0);
  }, 60_000);

  test("on purpose keeps what it did until that is undone", async () => {
    const id = await upload(people("c", 2000));
    const started = await startImport(bootstrapToken, { id, skipBad: false });
    await vi.waitUntil(async () => (await progress(id)).handled > 0, { interval: 5 });
    expect(await cancelImport(bootstrapToken, { id })).toMatchObject({ ok: true });
    if (started.ok) await started.value.work;
    const { state, handled } = await progress(id);
    expect(state).toBe("stopped");
    expect(
      await db.user.count({ where: { username: { startsWith: "c" }, name: { startsWith: "Person" } } }),
    ).toBe(handled);
    expect(await cancelImport(bootstrapToken, { id })).toMatchObject({ ok: false, code: "import-moved-on" });
    await expect(cancelImport(supervisor, { id })).rejects.toThrow("users:write");
    await expect(continueImport(supervisor, { id })).rejects.toThrow("users:write");
    expect(await undo(id)).toMatchObject({ state: "undone", undo: { deleted: handled } });
  });
});

test("of two imports of the same people at once each person is made by one, and nothing breaks", async () => {
  const forwards = people("two", 1500);
  const [head, ...lines] = forwards.split("\n");
  const [a, b] = await Promise.all([
    importFile(forwards),
    importFile([head, ...lines.toReversed()].join("\n")),
  ]);
  expect(a).toMatchObject({ state: "done", handled: 1500 });
  expect(b).toMatchObject({ state: "done", handled: 1500 });
  expect(a.created + b.created).toBe(1500);
  expect(await db.user.count({ where: { username: { startsWith: "two" } } })).toBe(1500);
  expect(a.lateProblems.length).toBe(a.skipped);
});
