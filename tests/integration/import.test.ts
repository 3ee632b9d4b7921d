import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { bootstrapToken } from "@/lib/auth/actor";
import { verifyPassword } from "@/lib/auth/passwords";
import { db } from "@/lib/db";
import { startImport, uploadImport } from "@/lib/imports/commands";
import { importFile, linesOf, preview, progress, upload } from "./imports";
import { attempt, person } from "./people";

const header = "username,name,email,team,roles,supervises,personnelNumber,password\n";

/** Problems as line, column and code. */
async function problemsOf(csv: string, actor?: Actor) {
  const { lines } = await linesOf(await upload(csv, actor), { show: "bad" }, actor);
  return lines.flatMap(({ line, problems }) =>
    problems.map(({ field, code, other }) => [line, field, code, other]),
  );
}
const user = (username: string) =>
  db.user.findFirst({
    where: { username },
    include: { team: true, supervises: { include: { team: true } } },
  });

beforeAll(async () => {
  await person({ username: "root", team: "Office", roles: ["administrator"] });
  await person({ team: "Billing" });
  await person({ team: "Sales" });
});

describe("an import", () => {
  test("makes users with all that the file says of them, and their seats", async () => {
    const done = await importFile(
      `${header}maria,Maria Ortiz,maria@example.com,billing,agent|supervisor,Billing;Sales,007,correct horse\njo,Jo Weber,,Sales,,,,\n`,
    );
    expect(done).toMatchObject({ state: "done", lines: 2, handled: 2, created: 2, updated: 0, skipped: 0 });
    const maria = await user("maria");
    expect(maria).toMatchObject({
      name: "Maria Ortiz",
      email: "maria@example.com",
      personnelNumber: "007",
      roles: ["agent", "supervisor"],
      team: { name: "Billing" },
      mustChangePassword: true,
    });
    expect(maria?.supervises.map(({ team }) => team.name).sort()).toEqual(["Billing", "Sales"]);
    expect(await verifyPassword(maria?.passwordHash, "correct horse")).toBe(true);
    expect(await user("jo")).toMatchObject({
      roles: ["agent"],
      passwordHash: null,
      email: null,
      mustChangePassword: false,
    });
    expect(await db.seat.count({ where: { user: { username: { in: ["maria", "jo"] } } } })).toBe(2);
    const verbs = await db.auditEntry.findMany({ where: { subject: { in: [maria?.id ?? "", done.id] } } });
    expect(verbs.map(({ verb }) => verb).sort()).toEqual(["import.run", "user.create"]);
    expect(await attempt("maria")).toMatchObject({ ok: false, code: "password-change-required" });
  });

  test("changes of those who are there what the file has columns and words for, and says what stays", async () => {
    const before = await person({
      username: "Anna",
      name: "Anna Lind",
      email: "a@example.com",
      team: "Billing",
    });
    const csv = `username;name;team;roles;password\nANNA;Anna Petrova;;;another password\n`;
    const { outcome } = await preview(await upload(csv));
    expect(outcome).toMatchObject({ created: 0, updated: 1, unchanged: 0, passwordsKept: 1 });
    expect(await importFile(csv)).toMatchObject({ created: 0, updated: 1 });
    expect(await user("Anna")).toMatchObject({
      name: "Anna Petrova",
      email: "a@example.com",
      team: { name: "Billing" },
      passwordHash: before.passwordHash,
      mustChangePassword: false,
    });
    expect(await importFile(csv)).toMatchObject({ updated: 0, unchanged: 1 });
    const [entry] = await db.auditEntry.findMany({
      where: { verb: "user.change", subject: before.id },
      include: { detail: true },
    });
    expect(entry?.detail?.changes).toEqual({ from: { name: "Anna Lind" }, to: { name: "Anna Petrova" } });
  });

  test("gives a first password to one who has none", async () => {
    await importFile("username,name,team\nnew1,New One,Billing\n");
    await importFile("username,password\nnew1,correct horse\n");
    const new1 = await user("new1");
    expect(await verifyPassword(new1?.passwordHash, "correct horse")).toBe(true);
    expect(new1).toMatchObject({ mustChangePassword: true });
    await importFile("username,name\nnew1,New Name\n");
    expect(await user("new1")).toMatchObject({ name: "New Name", mustChangePassword: true });
  });

  test("makes missing teams only where that is said, and only those that good lines name", async () => {
    const csv = "username,name,team,supervises\nt1,T One,Field,Night\nt2,,Nowhere,\n";
    expect(await problemsOf(csv)).toEqual([
      [2, "team", "unknown-team", ""],
      [2, "supervises", "unknown-team", ""],
      [3, "name", "missing", ""],
      [3, "team", "unknown-team", ""],
    ]);
    const done = await importFile(csv, { createTeams: true, skipBad: true });
    expect(done).toMatchObject({ created: 1, skipped: 1, madeTeams: 2 });
    expect(await db.team.count({ where: { name: { in: ["Field", "Night"] } } })).toBe(2);
    expect(await db.team.count({ where: { name: "Nowhere" } })).toBe(0);
  });
});

describe("bad lines", () => {
  test("are each named, with line and column", async () => {
    await person({ username: "owner", personnelNumber: "1" });
    const csv = `${header}${[
      ",No Name,,Billing,,,,",
      "two words,Two,,Billing,,,,",
      "e1,E,not an address,Billing,,,,",
      "e2,E,,Nowhere,,,,",
      "e3,E,,Billing,boss,,,",
      "e4,E,,Billing,,Nowhere,,",
      "e5,E,,Billing,,,1,",
      "e6,E,,Billing,,,1.5E+9,",
      "e7,E,,Billing,,,,short",
      `e8,${"x".repeat(129)},,Billing,,,,`,
      "dup,E,,Billing,,,9,",
      "DUP,E,,Billing,,,9,",
      "e9,E,,Billing,,,,,more",
      'e10,"E,,Billing',
    ].join("\n")}`;
    expect(await problemsOf(csv)).toEqual([
      [2, "username", "missing", ""],
      [3, "username", "bad-username", ""],
      [4, "email", "bad-email", ""],
      [5, "team", "unknown-team", ""],
      [6, "roles", "unknown-role", ""],
      [7, "supervises", "unknown-team", ""],
      [8, "personnelNumber", "number-taken", "owner"],
      [9, "personnelNumber", "number-mangled", ""],
      [10, "password", "short-password", ""],
      [11, "name", "too-long", "128"],
      [13, "username", "twice-in-file", "12"],
      [13, "personnelNumber", "number-twice-in-file", "12"],
      [14, null, "extra-cells", ""],
      [15, null, "open-quote", ""],
    ]);
  });

  test("keep all of the file out, unless they are skipped on purpose", async () => {
    const csv = "username,name,team\nb1,B One,Billing\nb2,B Two,Nowhere\n";
    await expect(importFile(csv)).rejects.toThrow("lines-not-clean");
    expect(await user("b1")).toBeNull();
    expect(await importFile(csv, { skipBad: true })).toMatchObject({ created: 1, skipped: 1, handled: 2 });
    expect(await user("b1")).not.toBeNull();
  });

  test("never show a password", async () => {
    const id = await upload("username,name,team,password\nx,X,Billing,short\ny,Y,Billing,correct horse\n");
    const { samples } = await preview(id);
    expect(samples).toEqual([["x", "y"], ["X", "Y"], ["Billing"], []]);
    const { lines } = await linesOf(id);
    expect(JSON.stringify(lines)).not.toMatch(/"short"|correct horse/);
    expect(lines[0]?.problems[0]).toMatchObject({ field: "password", value: "" });
    expect(lines[1]).toMatchObject({ outcome: "created", password: true });
  });
});

describe("access", () => {
  test("of whoever imports, and of the last administrators, is not taken by a file", async () => {
    const me = await person({ username: "me", roles: ["administrator"] });
    const actor: Actor = { kind: "person", id: me.id, roles: ["administrator"], scope: "all" };
    expect(await problemsOf("username,roles\nme,agent\nroot,agent\n", actor)).toEqual([
      [2, "roles", "own-role", ""],
      [3, "roles", "last-administrator", ""],
    ]);
    const { lines } = await linesOf(
      await upload("username,roles\nroot,agent\n", actor),
      { show: "notes" },
      actor,
    );
    expect(lines).toMatchObject([
      {
        problems: [],
        outcome: "updated",
        notices: [{ line: 2, field: "roles", code: "loses-role", value: "administrator", other: "root" }],
      },
    ]);
  });

  test("to imports is the administrators'; a supervisor is refused, and a draft is its uploader's alone", async () => {
    const supervisor: Actor = { kind: "person", id: null, roles: ["supervisor"], scope: [] };
    const bytes = new TextEncoder().encode("username\nx\n");
    await expect(uploadImport(supervisor, { fileName: "x.csv", bytes })).rejects.toThrow("users:write");
    const id = await upload("username,name,team\nx,X,Billing\n");
    await expect(startImport(supervisor, { id, skipBad: false })).rejects.toThrow("users:write");
    const other = await person({ roles: ["administrator"] });
    const actor: Actor = { kind: "person", id: other.id, roles: ["administrator"], scope: "all" };
    await expect(preview(id, actor)).rejects.toThrow("not-found");
    expect(await startImport(actor, { id, skipBad: false })).toMatchObject({ ok: false, code: "not-found" });
  });
});

describe("a file", () => {
  test.each([
    ["not-csv", "PK\u0003\u0004"],
    ["empty-file", "username\n"],
    ["too-many-lines", `username\n${"x\n".repeat(50_001)}`],
  ])("may be none: %s", async (code, text) => {
    const bytes = new TextEncoder().encode(text);
    expect(await uploadImport(bootstrapToken, { fileName: "x", bytes })).toMatchObject({ ok: false, code });
  });

  test("without a username cannot be begun, and one that was begun cannot be again", async () => {
    const nameless = await upload("name\nx\n");
    expect((await preview(nameless)).fault).toBe("no-username");
    expect(await startImport(bootstrapToken, { id: nameless, skipBad: true })).toMatchObject({
      code: "bad-mapping",
    });
    const { id } = await importFile("username,name,team\nonce,Once,Billing\n");
    expect(await startImport(bootstrapToken, { id, skipBad: true })).toMatchObject({ code: "not-found" });
    expect(await progress(id)).toMatchObject({ state: "done", created: 1 });
  });

  test("is not readable in the database", async () => {
    const id = await upload("username,password\nsecret-name,correct horse\n");
    const { content } = await db.userImport.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(content ?? []).includes("secret-name")).toBe(false);
  });
});
