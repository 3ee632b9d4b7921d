import { beforeAll, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { LinkToken, readPasswordLink } from "@/lib/auth/password-links";
import { db } from "@/lib/db";
import { makeImportLinks } from "@/lib/imports/links";
import { badLinesOf, listImports } from "@/lib/imports/queries";
import { forgetOldImports } from "@/lib/imports/sweep";
import { call, tokenFor } from "./admin-api";
import { importFile, preview, progress, undo, upload } from "./imports";
import { password, person } from "./people";

const supervisor: Actor = { kind: "person", id: null, roles: ["supervisor"], scope: [] };

beforeAll(async () => {
  await person({ team: "Billing" });
});

test("links are made for those without a password, each once good, and for nobody after an undo", async () => {
  const { id } = await importFile(
    `username,name,team,email,password\nl1,L One,Billing,l1@example.com,\nl2,L Two,Billing,,${password}\n`,
  );
  expect(await progress(id)).toMatchObject({ withoutPassword: 1 });
  const first = await makeImportLinks(bootstrapToken, { id });
  expect(first).toMatchObject({
    ok: true,
    value: [{ username: "l1", name: "L One", email: "l1@example.com" }],
  });
  const again = await makeImportLinks(bootstrapToken, { id });
  const tokenOf = (made: typeof first) => LinkToken.parse(made.ok ? made.value[0]?.link.split("#")[1] : "");
  expect(await readPasswordLink(tokenOf(first), null)).toMatchObject({ ok: false, code: "link-replaced" });
  expect(await readPasswordLink(tokenOf(again), null)).toMatchObject({ ok: true, value: { username: "l1" } });

  await expect(makeImportLinks(supervisor, { id })).rejects.toThrow("users:write");
  await undo(id);
  expect(await makeImportLinks(bootstrapToken, { id })).toMatchObject({ ok: false, code: "import-moved-on" });
});

test("who may not import is told so before what they send is looked at", async () => {
  const { token } = await tokenFor("Billing");
  const asked = { body: "no file of people", type: "application/json" };
  expect(await call("POST", "/users/import", { ...asked, token })).toMatchObject({ code: "not-allowed" });
  expect(await call("POST", "/users/import", asked)).toMatchObject({ code: "invalid-request" });
});

test("the bad lines are its uploader's alone, as they stand in the file", async () => {
  const { id } = await importFile("username,name,team\ngood,Good,Billing\nno name,,Billing\n", {
    skipBad: true,
  });
  expect(await badLinesOf(bootstrapToken, id)).toMatchObject({
    ok: true,
    value: {
      header: ["username", "name", "team"],
      rows: [
        {
          line: 3,
          cells: ["no name", "", "Billing"],
          problems: [{ code: "missing" }, { code: "bad-username" }],
        },
      ],
    },
  });
  const other: Actor = { kind: "person", id: (await person()).id, roles: ["administrator"], scope: "all" };
  expect(await badLinesOf(other, id)).toMatchObject({ ok: false, code: "not-found" });
  await expect(badLinesOf(supervisor, id)).rejects.toThrow("users:write");
});

test("what an import holds of people goes with its hour; that it was, stays", async () => {
  const { id } = await importFile("username,name,team\nkept,Kept,Billing\n");
  const draft = await upload("username\nsomebody\n");
  const held = () =>
    Promise.all([
      db.userImport.count({ where: { id, content: { not: null } } }),
      db.userImportChange.count({ where: { importId: id } }),
      db.userImport.count({ where: { id: draft } }),
    ]);
  await forgetOldImports();
  expect(await held()).toEqual([1, 1, 1]);
  await db.$executeRaw`update user_import set beat_at = beat_at - interval '66 min'`;
  await forgetOldImports();
  expect(await held()).toEqual([0, 0, 0]);
  await expect(preview(draft)).rejects.toThrow("not-found");
  expect(await listImports(bootstrapToken)).toContainEqual(
    expect.objectContaining({ id, created: 1, state: "done" }),
  );
  await expect(listImports(supervisor)).rejects.toThrow("users:write");
});
