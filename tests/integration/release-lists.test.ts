import { beforeEach, expect, test } from "vitest";
import { agentRows } from "@/lib/agents/queries";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { liveRows } from "@/lib/live/queries";
import { explain } from "@/lib/releases/explain";
import { beat } from "@/lib/seats/beat";
import { countUsers, listUsers } from "@/lib/users/list";
import { UserList, UserRows } from "@/lib/users/schema";
import { attempt, person, signedIn } from "./people";
import { mandatory, published, versioned, withdrawAll } from "./releases";
import { newTeam, supervisorOf } from "./teams";

beforeEach(async () => {
  await withdrawAll();
  await beat();
});

test("who is outdated is found in the list, and told in live rows and on the board", async () => {
  const { name: team } = await newTeam();
  const [old, fresh, odd, never] = [
    await person({ team }),
    await person({ team }),
    await person({ team }),
    await person({ team }),
  ];
  await published({ build: "2.63102" });
  await signedIn(old.username);
  await signedIn(fresh.username, { client: versioned("2.18.0") });
  await signedIn(odd.username, { client: versioned("nightly") });
  const list = async (outdated: string) => {
    const rows = await listUsers(bootstrapToken, UserRows.parse({ team, outdated, from: 0, count: 10 }));
    return rows.map(({ username }) => username).toSorted();
  };
  expect(await list("true")).toEqual([old.username]);
  expect(await list("false")).toEqual([fresh, odd, never].map(({ username }) => username).toSorted());
  expect(await countUsers(bootstrapToken, UserList.parse({ team, outdated: "true" }))).toEqual({
    total: 1,
    signedIn: 1,
  });

  const outdated = { status: "recommended", release: "v2.18.0 (2.63102)", since: expect.any(String) };
  const ids = [old.id, fresh.id, odd.id, never.id];
  const live = new Map((await liveRows(ids)).map((row) => [row.id, row.outdated]));
  expect(ids.map((id) => live.get(id))).toEqual([outdated, null, null, null]);
  const board = new Map((await agentRows(ids, new Date(0))).map(({ row }) => [row.id, row.outdated]));
  expect(ids.map((id) => board.get(id))).toEqual([outdated, null, null, null]);
});

test("what a person owes is explained for each of their apps", async () => {
  const user = await person();
  await signedIn(user.username);
  const release = await mandatory({ graceMinutes: 0 });
  const explained = await explain(bootstrapToken, { username: user.username });
  const notice = await db.notice.findFirstOrThrow({ where: { userId: user.id, closedAt: null } });
  expect(explained).toMatchObject({
    ok: true,
    value: {
      items: [
        {
          installation: { channel: "ios", signedIn: true },
          decision: { status: "mandatory", due: notice.signOutAt },
          sentences: [
            { code: "mandatory", release: "v2.18.0" },
            { code: "signed-out-at", at: notice.signOutAt },
          ],
          considered: [{ code: "mandatory", release: { id: release.id } }],
          told: [{ releaseId: release.id, at: notice.madeAt }],
        },
      ],
    },
  });
  const other = await person();
  expect((await attempt(other.username)).ok).toBe(false);
  expect(await explain(bootstrapToken, { username: other.username, channel: "ios" })).toMatchObject({
    value: { items: [{ sentences: [{ code: "blocked" }], installation: { signedIn: false } }] },
  });
  expect(await explain(bootstrapToken, { username: other.username, channel: "android" })).toMatchObject({
    value: { items: [] },
  });
});

test("a supervisor explains their own people alone", async () => {
  const user = await person();
  const { id } = await newTeam();
  expect(await explain(supervisorOf(user.teamId), { username: user.username })).toMatchObject({ ok: true });
  expect(await explain(supervisorOf(id), { username: user.username })).toMatchObject({ code: "not-found" });
  expect(await explain(bootstrapToken, { username: "nobody at all" })).toMatchObject({ code: "not-found" });
  await expect(
    explain({ ...supervisorOf(id), roles: ["agent"] }, { username: user.username }),
  ).rejects.toMatchObject({ code: "not-allowed" });
});
