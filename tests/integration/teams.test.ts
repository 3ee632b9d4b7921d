import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeTeam, createTeam, deleteTeam } from "@/lib/teams/commands";
import { Limits } from "@/lib/teams/limits";
import { moveMembers } from "@/lib/teams/members";
import { getTeam } from "@/lib/teams/queries";
import { changeSupervisors } from "@/lib/teams/supervisors";
import { person, signedIn } from "./people";
import { audited, details, newName, newTeam, supervisorOf, verbs } from "./teams";

describe("making a team", () => {
  test("is audited; a name is taken whatever its case", async () => {
    const team = await newTeam();
    expect(verbs(await audited(team.id))).toEqual(["team.create"]);
    expect(await createTeam(bootstrapToken, { name: team.name.toUpperCase() })).toMatchObject({
      code: "team-name-taken",
    });
  });

  test("is not for a supervisor", async () => {
    await expect(createTeam(supervisorOf(), { name: "Mine" })).rejects.toThrow("teams:write");
  });
});

describe("changing a team", () => {
  test("writes and audits what differs, and nothing else", async () => {
    const team = await newTeam();
    const limits = Limits.parse([{ state: "not_ready", reason: "Break", minutes: 15 }]);
    await changeTeam(bootstrapToken, { id: team.id, name: team.name, limits, allowedApps: ["mobile"] });
    expect(await details(team.id)).toMatchObject({ name: team.name, limits, allowedApps: ["mobile"] });
    // The same again is no change.
    await changeTeam(bootstrapToken, { id: team.id, limits, allowedApps: ["mobile"] });
    const entries = await audited(team.id);
    expect(verbs(entries)).toEqual(["team.create", "team.change"]);
    expect(entries[1]?.detail?.changes).toEqual({
      from: { allowedApps: ["desktop", "mobile"], limits: [] },
      to: { allowedApps: ["mobile"], limits },
    });
  });

  test("to a name that is taken, or of a team that is none, is refused", async () => {
    const [team, other] = [await newTeam(), await newTeam()];
    expect(await changeTeam(bootstrapToken, { id: team.id, name: other.name })).toMatchObject({
      code: "team-name-taken",
    });
    expect(await changeTeam(bootstrapToken, { id: uuidv7(), name: "Nobody" })).toMatchObject({
      code: "not-found",
    });
  });

  test("of what somebody else has changed meanwhile is refused, and of all else is not", async () => {
    const team = await newTeam();
    await changeTeam(bootstrapToken, { id: team.id, dailySignOutAt: "21:30" });
    expect(
      await changeTeam(bootstrapToken, {
        id: team.id,
        dailySignOutAt: "22:00",
        seen: { dailySignOutAt: null },
      }),
    ).toMatchObject({ code: "setting-changed" });
    expect((await details(team.id)).dailySignOutAt).toBe("21:30");
    const name = newName();
    expect(await changeTeam(bootstrapToken, { id: team.id, name, seen: { name: team.name } })).toMatchObject({
      ok: true,
    });
    // Two who want the same agree.
    expect(
      await changeTeam(bootstrapToken, {
        id: team.id,
        dailySignOutAt: "21:30",
        seen: { dailySignOutAt: null },
      }),
    ).toMatchObject({ ok: true });
  });

  test("the daily sign-out remembers when it was set", async () => {
    const team = await newTeam();
    const setAt = async () => (await db.team.findUniqueOrThrow({ where: { id: team.id } })).dailySignOutSetAt;
    await changeTeam(bootstrapToken, { id: team.id, allowedApps: ["desktop"] });
    expect(await setAt()).toBeNull();
    await changeTeam(bootstrapToken, { id: team.id, dailySignOutAt: "21:30" });
    expect(await setAt()).not.toBeNull();
  });

  test("a new name is told to the people's rows in the feed", async () => {
    const user = await person({ team: newName() });
    const revision = async () => (await db.seat.findUniqueOrThrow({ where: { userId: user.id } })).revision;
    const before = await revision();
    await changeTeam(bootstrapToken, { id: user.teamId, name: newName() });
    expect(await revision()).toBe(before + 1n);
  });

  test("is not for a supervisor, not even of the team", async () => {
    const team = await newTeam();
    await expect(changeTeam(supervisorOf(team.id), { id: team.id, name: "Mine" })).rejects.toThrow(
      "teams:write",
    );
  });
});

describe("supervisors", () => {
  test("are added and removed, each once, and audited by id", async () => {
    const team = await newTeam();
    const [sam, ana] = [await person({ roles: ["supervisor"] }), await person({ roles: ["supervisor"] })];
    await changeSupervisors(bootstrapToken, { id: team.id, add: [sam.username, ana.username], remove: [] });
    await changeSupervisors(bootstrapToken, {
      id: team.id,
      add: [ana.username.toUpperCase()],
      remove: [sam.username],
    });
    expect((await details(team.id)).supervisors).toEqual([{ username: ana.username, name: ana.name }]);
    const entries = await audited(team.id);
    expect(verbs(entries)).toEqual(["team.create", "team.supervisors", "team.supervisors"]);
    expect(entries[2]?.detail?.changes).toEqual({ added: [], removed: [sam.id] });
  });

  test("are replaced as a list", async () => {
    const team = await newTeam();
    const [sam, ana] = [await person({ roles: ["supervisor"] }), await person({ roles: ["supervisor"] })];
    await changeTeam(bootstrapToken, { id: team.id, supervisors: [sam.username] });
    await changeTeam(bootstrapToken, { id: team.id, supervisors: [ana.username] });
    expect((await details(team.id)).supervisors).toMatchObject([{ username: ana.username }]);
  });

  test("are people with that role", async () => {
    const team = await newTeam();
    const agent = await person();
    const add = [agent.username];
    expect(await changeSupervisors(bootstrapToken, { id: team.id, add, remove: [] })).toMatchObject({
      code: "not-a-supervisor",
    });
    expect(await changeTeam(bootstrapToken, { id: team.id, supervisors: add })).toMatchObject({
      code: "not-a-supervisor",
    });
    const nobody = ["nobody-has-this-name"];
    expect(await changeTeam(bootstrapToken, { id: team.id, supervisors: nobody })).toMatchObject({
      code: "unknown-user",
    });
    expect(await changeSupervisors(bootstrapToken, { id: team.id, add: nobody, remove: [] })).toMatchObject({
      code: "unknown-user",
    });
    expect(await changeSupervisors(bootstrapToken, { id: uuidv7(), add: [], remove: [] })).toMatchObject({
      code: "not-found",
    });
  });

  test("a refused list leaves everything else as it was", async () => {
    const team = await newTeam();
    await changeTeam(bootstrapToken, {
      id: team.id,
      allowedApps: ["mobile"],
      supervisors: ["nobody-at-all"],
    });
    expect((await details(team.id)).allowedApps).toEqual(["desktop", "mobile"]);
  });

  test("do not choose their colleagues", async () => {
    const team = await newTeam();
    await expect(
      changeSupervisors(supervisorOf(team.id), { id: team.id, add: [], remove: [] }),
    ).rejects.toThrow("teams:write");
  });
});

describe("deleting a team", () => {
  test("removes it and leaves the audit entry", async () => {
    const team = await newTeam();
    const sam = await person({ roles: ["supervisor"] });
    await changeSupervisors(bootstrapToken, { id: team.id, add: [sam.username], remove: [] });
    expect(await deleteTeam(bootstrapToken, { id: team.id })).toMatchObject({ ok: true });
    expect(await getTeam(bootstrapToken, team.id)).toMatchObject({ code: "not-found" });
    expect(await deleteTeam(bootstrapToken, { id: team.id })).toMatchObject({ code: "not-found" });
    expect((await audited(team.id)).at(-1)).toMatchObject({
      verb: "team.delete",
      detail: { changes: { from: { name: team.name } } },
    });
  });

  test("waits for its people to move, and keeps what past reports name", async () => {
    const user = await person({ team: newName() });
    expect(await deleteTeam(bootstrapToken, { id: user.teamId })).toMatchObject({ code: "team-has-people" });
    await signedIn(user.username);
    await moveMembers(bootstrapToken, { usernames: [user.username], teamId: (await newTeam()).id });
    expect((await details(user.teamId)).hasSessions).toBe(true);
    expect(await deleteTeam(bootstrapToken, { id: user.teamId })).toMatchObject({
      code: "team-has-sessions",
    });
  });

  test("and moving somebody there at once: one of them wins", async () => {
    for (let round = 0; round < 5; round++) {
      const [team, user] = [await newTeam(), await person()];
      const [deleted, moved] = await Promise.all([
        deleteTeam(bootstrapToken, { id: team.id }),
        moveMembers(bootstrapToken, { usernames: [user.username], teamId: team.id }),
      ]);
      expect([deleted.ok, moved.ok].filter(Boolean)).toHaveLength(1);
    }
  });

  test("is not for a supervisor", async () => {
    const team = await newTeam();
    await expect(deleteTeam(supervisorOf(team.id), { id: team.id })).rejects.toThrow("teams:write");
  });
});
