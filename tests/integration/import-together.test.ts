import { beforeAll, expect, test, vi } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { verifyPassword } from "@/lib/auth/passwords";
import { db, type Tx } from "@/lib/db";
import { mapImport, startImport } from "@/lib/imports/commands";
import { checkContent, readContent } from "@/lib/imports/content";
import { runImport } from "@/lib/imports/run";
import { lockImport, takeImport } from "@/lib/imports/work";
import { holdAdministrators } from "@/lib/users/administrators";
import { preview, progress, upload } from "./imports";
import { password, person } from "./people";

// An import and somebody else at the same moment.

beforeAll(async () => {
  await person({ team: "Billing" });
});

const user = (username: string) => db.user.findFirstOrThrow({ where: { username } });

/** True while some transaction of this database waits for a lock. */
const somebodyWaits = async () =>
  (
    await db.$queryRaw<object[]>`
      select 1 from pg_locks l join pg_stat_activity a using (pid)
      where not l.granted and a.datname = current_database()`
  ).length > 0;

/** Does what `act` does in a transaction that ends when `other` waits for it; then both are over. */
async function inTheWayOf(other: () => Promise<unknown>, act: (tx: Tx) => Promise<unknown>) {
  let waiting: Promise<unknown> | undefined;
  await db.$transaction(async (tx) => {
    await act(tx);
    waiting = other();
    await vi.waitUntil(somebodyWaits, { interval: 5 });
  });
  return waiting;
}

/** An import that has been looked at and not yet begun: `meanwhile` happens between. */
async function planned(csv: string, meanwhile: () => Promise<unknown>) {
  const id = await upload(csv);
  const file = await readContent(id);
  if (!file) throw new Error("no content");
  const content = await checkContent(bootstrapToken, file, false);
  await meanwhile();
  const runnerId = await db.$transaction((tx) => takeImport(tx, id, "running"));
  return { id, run: () => runImport(bootstrapToken, { id, runnerId, content }) };
}

test("one who was made after the preview is changed under their lock, and keeps their password", async () => {
  const { id, run } = await planned(
    "username,name,team,password\nlate,Name of the file,Billing,another password\n",
    () => person({ username: "late", name: "Name by hand" }),
  );
  const { id: userId } = await user("late");
  await inTheWayOf(run, (tx) =>
    tx.user.update({ where: { id: userId }, data: { email: "late@example.com" } }),
  );

  expect(await progress(id)).toMatchObject({ state: "done", created: 0, updated: 1, skipped: 0 });
  const late = await user("late");
  expect(late).toMatchObject({ name: "Name of the file", email: "late@example.com" });
  expect(await verifyPassword(late.passwordHash, password)).toBe(true);
});

test("the last administrator stays one, also where the preview knew of none", async () => {
  const first = await person({ username: "first", roles: ["administrator"] });
  const { id, run } = await planned("username,name,team,roles\nsecond,Second,Billing,agent\n", () =>
    person({ username: "second", roles: ["administrator"] }),
  );
  await inTheWayOf(run, async (tx) => {
    await holdAdministrators(tx);
    await tx.user.update({ where: { id: first.id }, data: { roles: ["agent"] } });
  });

  expect(await progress(id)).toMatchObject({
    updated: 0,
    skipped: 1,
    lateProblems: [{ line: 2, code: "last-administrator" }],
  });
  expect(await user("second")).toMatchObject({ roles: ["administrator"] });
});

test("a draft whose teams are to be made after all is not begun as it was", async () => {
  const id = await upload("username,name,team\nx,X,Billing\n");
  const { mapping } = await preview(id);
  const begun = await inTheWayOf(
    () => startImport(bootstrapToken, { id, skipBad: false }),
    async (tx) => {
      await lockImport(tx, id);
      await tx.userImport.update({ where: { id }, data: { createTeams: true } });
    },
  );
  expect(begun).toMatchObject({ ok: false, code: "import-moved-on" });
  await mapImport(bootstrapToken, { id, mapping: [...mapping], createTeams: false });
  expect(await startImport(bootstrapToken, { id, skipBad: false })).toMatchObject({ ok: true });
});
