import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeSettings } from "@/lib/settings/commands";
import { changeTeam } from "@/lib/teams/commands";
import { moveMembers } from "@/lib/teams/members";
import { formatPosition, PageQuery } from "@/lib/teams/position";
import { findCandidates, getTeam, listTeams } from "@/lib/teams/queries";
import { FindCandidates } from "@/lib/teams/schema";
import { changeSupervisors } from "@/lib/teams/supervisors";
import { desktop, person, sessionsOf, signedIn } from "./people";
import { audited, details, listMembers, newName, newTeam, supervisorOf } from "./teams";

describe("moving people", () => {
  test("is audited for each; the session stays the former team's", async () => {
    const former = newName();
    const [maria, jonas] = [await person({ team: former }), await person({ team: former })];
    await signedIn(maria.username);
    const team = await newTeam();
    const usernames = [jonas.username, maria.username.toUpperCase()];
    const moved = await moveMembers(bootstrapToken, { usernames, teamId: team.id });
    expect(moved).toMatchObject({
      ok: true,
      value: { moved: [{ from: maria.teamId }, { from: maria.teamId }] },
    });
    expect(await listMembers(bootstrapToken, team.id)).toEqual([maria.id, jonas.id]);
    expect((await sessionsOf(maria.id))[0]).toMatchObject({ teamId: maria.teamId, logoutAt: null });
    for (const { id, teamId } of [maria, jonas]) {
      const [, entry] = await audited(id);
      expect(entry).toMatchObject({
        verb: "user.move",
        detail: { changes: { from: { team: teamId }, to: { team: team.id } } },
      });
    }
    // Who is there already does not move.
    expect(await moveMembers(bootstrapToken, { usernames, teamId: team.id })).toMatchObject({
      value: { moved: [] },
    });
    expect(await audited(jonas.id)).toHaveLength(2);
  });

  test("of a name that is nobody's moves the others, and says so", async () => {
    const [user, team] = [await person(), await newTeam()];
    const usernames = [user.username, "nobody-has-this-name"];
    expect(await moveMembers(bootstrapToken, { usernames, teamId: team.id })).toMatchObject({
      value: {
        moved: [{ username: user.username, from: user.teamId }],
        left: [{ name: "nobody-has-this-name", code: "unknown-user" }],
      },
    });
    expect(await listMembers(bootstrapToken, team.id)).toEqual([user.id]);
  });

  test("to a team that is none is refused", async () => {
    const user = await person();
    const usernames = [user.username];
    expect(await moveMembers(bootstrapToken, { usernames, teamId: uuidv7() })).toMatchObject({
      code: "unknown-team",
    });
  });

  test("is not for a supervisor", async () => {
    const user = await person();
    await expect(
      moveMembers(supervisorOf(user.teamId), { usernames: [user.username], teamId: user.teamId }),
    ).rejects.toThrow("teams:write");
  });

  test("while they sign in, and from both ends at once, waits for nobody for ever", async () => {
    const [here, there] = [await newTeam(), await newTeam()];
    const people = await Promise.all(Array.from({ length: 6 }, () => person({ team: here.name })));
    const usernames = people.map((user) => user.username);
    await Promise.all([
      moveMembers(bootstrapToken, { usernames, teamId: there.id }),
      ...people.map((user) => signedIn(user.username)),
      changeTeam(bootstrapToken, { id: there.id, name: newName() }),
      moveMembers(bootstrapToken, { usernames: usernames.toReversed(), teamId: here.id }),
      ...people.map((user) => signedIn(user.username, { client: desktop })),
    ]);
    const [first, second] = [await details(here.id), await details(there.id)];
    expect([first.people, second.people].toSorted()).toEqual([0, 6]);
    expect(first.signedIn + second.signedIn).toBe(6);
  });

  test("five hundred go at once", async () => {
    const [here, there] = [await newTeam(), await newTeam()];
    await db.$executeRaw`insert into user_account (id, username, name, team_id, roles)
      select gen_random_uuid(), ${`crowd-${here.id}-`} || n, 'Crowd ' || n, ${here.id}::uuid, '{agent}'
      from generate_series(1, 500) n`;
    const crowd = await db.user.findMany({ where: { teamId: here.id } });
    await moveMembers(bootstrapToken, { usernames: crowd.map((user) => user.username), teamId: there.id });
    expect(await details(there.id)).toMatchObject({ people: 500, signedIn: 0 });
    const ids = await listMembers(bootstrapToken, there.id);
    expect(await db.auditEntry.count({ where: { verb: "user.move", subject: { in: ids } } })).toBe(500);
  });
});

describe("what is seen of teams", () => {
  test("people are counted by app, and only in the teams of the reader", async () => {
    const [mine, other] = [newName(), newName()];
    const [maria, jonas] = [await person({ team: mine }), await person({ team: mine })];
    await person({ team: mine });
    const stranger = await person({ team: other });
    for (const { username } of [maria, stranger]) await signedIn(username);
    await signedIn(jonas.username, { client: desktop });
    const actor = supervisorOf(maria.teamId);
    const { items } = await listTeams(actor);
    expect(items).toMatchObject([
      { name: mine, people: 3, signedIn: 2, signedInOnDesktop: 1, signedInOnMobile: 1 },
    ]);
    expect(await getTeam(actor, maria.teamId)).toMatchObject({ ok: true });
    expect(await getTeam(actor, stranger.teamId)).toMatchObject({ code: "not-found" });
    expect(await listMembers(actor, stranger.teamId)).toEqual([]);
    expect(await listMembers(actor, maria.teamId)).toHaveLength(3);
  });

  test("an analyst sees none", async () => {
    const analyst: Actor = { kind: "person", id: uuidv7(), roles: ["analyst"], scope: "all" };
    await expect(listTeams(analyst)).rejects.toThrow("teams:read");
    await expect(getTeam(analyst, uuidv7())).rejects.toThrow("teams:read");
  });

  test("a list names three supervisors and counts them all; pages follow each other", async () => {
    const team = await newTeam();
    const people = await Promise.all(
      ["D", "B", "A", "C"].map((name) => person({ name: `Visor ${name}`, roles: ["supervisor"] })),
    );
    await changeSupervisors(bootstrapToken, {
      id: team.id,
      add: people.map((user) => user.username),
      remove: [],
    });
    const all = await listTeams(bootstrapToken);
    expect(all.more).toBe(false);
    expect(all.items.find(({ id }) => id === team.id)).toMatchObject({
      supervisors: ["Visor A", "Visor B", "Visor C"],
      supervisorCount: 4,
    });
    const first = await listTeams(bootstrapToken, { limit: 2 });
    const cursor = formatPosition(first.items[1] ?? team);
    const next = await listTeams(bootstrapToken, {
      position: PageQuery.parse({ cursor }).cursor,
      limit: all.items.length,
    });
    expect(first.more).toBe(true);
    expect(PageQuery.safeParse({ cursor: formatPosition({ name: "\0", id: team.id }) }).success).toBe(false);
    expect([...first.items, ...next.items].map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
  });

  test("the centre's sign-out and zone come with a team", async () => {
    const team = await newTeam();
    await changeSettings(bootstrapToken, { dailySignOutAt: "03:00" });
    expect((await details(team.id)).centre).toEqual({ dailySignOutAt: "03:00", timeZone: "Europe/Berlin" });
    await changeSettings(bootstrapToken, { dailySignOutAt: null });
  });
});

describe("who could be brought in", () => {
  test("is found by any words, and not when there already", async () => {
    const team = await newTeam();
    const [inside, outside] = [
      await person({ name: "Zoë Needle One", team: team.name }),
      await person({ name: "Zoë Needle 100%", personnelNumber: "N-77" }),
    ];
    const find = async (search: string) => {
      const input = FindCandidates.parse({ id: team.id, as: "member", search });
      const found = await findCandidates(bootstrapToken, input);
      return found.value.map((user) => user.username);
    };
    expect(await find("needle ZOË")).toEqual([outside.username]);
    expect(await find("n-77")).toEqual([outside.username]);
    expect(await find("100%")).toEqual([outside.username]);
    expect(await find("needle 200%")).toEqual([]);
    expect(await find("needle\0zo")).toEqual([outside.username]);
    expect(await find(inside.name)).toEqual([]);
  });

  test("as a supervisor is one by role", async () => {
    const team = await newTeam();
    const sam = await person({ name: "Visor Haystack", roles: ["supervisor"] });
    await person({ name: "Agent Haystack" });
    const input = { id: team.id, as: "supervisor", search: "haystack" } as const;
    expect((await findCandidates(bootstrapToken, input)).value).toMatchObject([{ username: sam.username }]);
    await changeSupervisors(bootstrapToken, { id: team.id, add: [sam.username], remove: [] });
    expect((await findCandidates(bootstrapToken, input)).value).toEqual([]);
  });

  test("is no supervisor's business", async () => {
    const input = { id: uuidv7(), as: "member", search: "" } as const;
    await expect(findCandidates(supervisorOf(), input)).rejects.toThrow("teams:write");
  });
});
