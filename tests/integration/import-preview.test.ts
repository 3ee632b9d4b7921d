import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { mapImport, startImport } from "@/lib/imports/commands";
import { linesOfImport, previewImport } from "@/lib/imports/preview";
import { FoundLines } from "@/lib/imports/schema";
import { createTeam } from "@/lib/teams/commands";
import { call } from "./admin-api";
import { linesOf, preview, upload } from "./imports";
import { person } from "./people";

const header = "username,name,email,team,roles,supervises,personnelNumber\n";
const file = `${header}${[
  "Anna,Anna Petrova,anna@example.com,Sales,agent;supervisor,Sales;Billing,8",
  "same,,,billing,,,",
  "fresh,Fresh Person,,Night,,,9",
  "broken,,no address,Billing,,,",
].join("\n")}`;

beforeAll(async () => {
  await person({ team: "Billing" });
  await person({ team: "Sales" });
  await person({ username: "anna", name: "Anna Lind", team: "Billing", email: "old@example.com" });
  await person({ username: "same", name: "Same As Ever", team: "Billing" });
});

/** A draft whose missing teams are made. */
async function draft(csv = file, actor: Actor = bootstrapToken) {
  const id = await upload(csv, actor);
  const { mapping } = await preview(id, actor);
  await mapImport(actor, { id, mapping: [...mapping], createTeams: true });
  return id;
}

describe("a preview, line by line,", () => {
  test("names who is made, who is changed from what to what, who stays, and what is bad", async () => {
    const id = await draft();
    expect((await preview(id)).outcome).toMatchObject({ created: 1, updated: 1, unchanged: 1, bad: 1 });
    const { total, lines } = await linesOf(id);
    expect(total).toBe(4);
    expect(lines).toMatchObject([
      {
        line: 2,
        outcome: "updated",
        username: "anna",
        name: "Anna Lind",
        changes: [
          { field: "name", from: "Anna Lind", to: "Anna Petrova" },
          { field: "team", from: "Billing", to: "Sales" },
          { field: "roles", from: ["agent"], to: ["agent", "supervisor"] },
          { field: "supervises", from: [], to: ["Billing", "Sales"] },
          { field: "email", from: "old@example.com", to: "anna@example.com" },
          { field: "personnelNumber", from: null, to: "8" },
        ],
      },
      { line: 3, outcome: "unchanged", username: "same", name: "Same As Ever", changes: [] },
      {
        line: 4,
        outcome: "created",
        username: "fresh",
        name: "Fresh Person",
        changes: [
          { field: "name", from: null, to: "Fresh Person" },
          // A team that is not there yet.
          { field: "team", from: null, to: "Night" },
          { field: "roles", from: null, to: ["agent"] },
          { field: "personnelNumber", from: null, to: "9" },
        ],
      },
      { line: 5, outcome: "bad", username: "broken", problems: [{ code: "missing" }, { code: "bad-email" }] },
    ]);
    expect(FoundLines.parse({ total, lines })).toEqual({ total, lines });
    expect(await db.user.count({ where: { username: "fresh" } })).toBe(0);
    expect(await db.team.count({ where: { name: "Night" } })).toBe(0);
  });

  test("is filtered, searched by person and value, and read in windows", async () => {
    const id = await draft();
    const found = async (asked: Parameters<typeof linesOf>[1]) =>
      (await linesOf(id, asked)).lines.map(({ line }) => line);
    expect(await found({ show: "created" })).toEqual([4]);
    expect(await found({ show: "updated" })).toEqual([2]);
    expect(await found({ show: "unchanged" })).toEqual([3]);
    expect(await found({ show: "bad" })).toEqual([5]);
    expect(await found({ show: "notes" })).toEqual([]);
    expect(await found({ search: "LIND anna" })).toEqual([2]);
    expect(await found({ search: "old@example" })).toEqual([2]);
    expect(await found({ search: "no address" })).toEqual([5]);
    expect(await found({ search: "night", show: "updated" })).toEqual([]);
    expect(await linesOf(id, { from: 1, count: 2 })).toMatchObject({
      total: 4,
      lines: [{ line: 3 }, { line: 4 }],
    });
  });

  test("is looked at anew with the page, and with other columns", async () => {
    const id = await upload("username,name,team\nlater,Later,Field\n");
    const before = await linesOf(id);
    expect(before.lines).toMatchObject([{ outcome: "bad" }]);
    await createTeam(bootstrapToken, { name: "Field" });
    expect((await linesOf(id)).lines).toMatchObject([{ outcome: "created" }]);

    const { asOf } = await preview(id);
    await mapImport(bootstrapToken, { id, mapping: ["username", null, "team"], createTeams: false });
    const asked = { show: "all", search: "", from: 0, count: 10, asOf } as const;
    expect(await linesOfImport(bootstrapToken, id, asked)).toMatchObject({
      value: { lines: [{ outcome: "bad", problems: [{ field: "name", code: "missing" }] }] },
    });
    await mapImport(bootstrapToken, { id, mapping: [null, "name", "team"], createTeams: false });
    expect(await linesOfImport(bootstrapToken, id, asked)).toMatchObject({ value: { total: 0, lines: [] } });
  });

  test("is its uploader's alone, and over when the import begins", async () => {
    const id = await draft("username,name,team\nmine,Mine,Billing\n");
    const { asOf } = await preview(id);
    const asked = { show: "all", search: "", from: 0, count: 10, asOf } as const;
    const supervisor: Actor = { kind: "person", id: null, roles: ["supervisor"], scope: [] };
    await expect(linesOfImport(supervisor, id, asked)).rejects.toThrow("users:write");
    await expect(previewImport(supervisor, id)).rejects.toThrow("users:write");
    const other: Actor = { kind: "person", id: (await person()).id, roles: ["administrator"], scope: "all" };
    expect(await linesOfImport(other, id, asked)).toMatchObject({ ok: false, code: "not-found" });

    await db.userImport.update({ where: { id }, data: { content: null } });
    expect(await previewImport(bootstrapToken, id)).toMatchObject({ ok: false, code: "import-over" });
    const anew = { ...asked, asOf: "9999-01-01T00:00:00.000Z" };
    expect(await linesOfImport(bootstrapToken, id, anew)).toMatchObject({ ok: false, code: "import-over" });

    const begun = await draft("username,name,team\nbegun,Begun,Billing\n");
    const started = await startImport(bootstrapToken, { id: begun, skipBad: false });
    if (started.ok) await started.value.work;
    expect(await linesOfImport(bootstrapToken, begun, asked)).toMatchObject({ code: "not-found" });
  });

  test("of twenty thousand bad lines leaves none out, and scrolls without looking at the file again", async () => {
    const count = 20_000;
    const rows = Array.from({ length: count }, (_, n) => `bad${n},Bad ${n},Nowhere ${n}`);
    const id = await upload(`username,name,team\n${rows.join("\n")}`);
    expect((await preview(id)).outcome).toMatchObject({ bad: count, created: 0 });
    const { asOf } = await preview(id);
    const from = performance.now();
    const seen = new Set<number>();
    for (let at = 0; at < count; at += 1000) {
      const asked = { show: "bad", search: "", from: at, count: 1000, asOf } as const;
      const found = await linesOfImport(bootstrapToken, id, asked);
      for (const { line } of found.ok ? found.value.lines : []) seen.add(line);
    }
    expect(seen.size).toBe(count);
    expect(performance.now() - from).toBeLessThan(5000);
    expect(await linesOf(id, { search: "19999" })).toMatchObject({ total: 1, lines: [{ line: 20_001 }] });
  }, 30_000);
});

test("a program that tries a file is told the same", async () => {
  const tried = await call("POST", "/users/import?dryRun=true&createTeams=true", {
    body: file,
    type: "text/csv",
  });
  expect(tried.value).toMatchObject({
    created: 1,
    updated: 1,
    unchanged: 1,
    skipped: 1,
    people: [
      {
        line: 2,
        outcome: "updated",
        username: "anna",
        password: false,
        changes: expect.arrayContaining([{ field: "team", from: "Billing", to: "Sales" }]),
      },
      { line: 4, outcome: "created", username: "fresh" },
    ],
    errors: [{ line: 5 }, { line: 5 }],
  });
});
