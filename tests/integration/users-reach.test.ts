import { expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { signIn } from "@/lib/sessions/sign-in";
import { deleteTeam } from "@/lib/teams/commands";
import { moveMembers } from "@/lib/teams/members";
import { changeUser } from "@/lib/users/change";
import { createUser } from "@/lib/users/commands";
import { CreateUser, Username } from "@/lib/users/schema";
import { administratorOf } from "./accounts";
import { person, phone } from "./people";
import { newTeam } from "./teams";

let count = 0;

const wanted = (given: Partial<CreateUser>) =>
  CreateUser.parse({
    username: `reach${++count}`,
    name: "Reach",
    team: "Billing",
    roles: ["agent"],
    ...given,
  });

async function worlds() {
  const [here, there] = [await newTeam(), await newTeam()];
  const member = await person({ team: here.name });
  return { here, there, member, actor: administratorOf(here.id) };
}

test("nobody makes, changes or moves people into teams out of their reach", async () => {
  const { here, there, member, actor } = await worlds();
  expect(await createUser(actor, wanted({ team: here.name }))).toMatchObject({ ok: true });
  const refused = { code: "unknown-team" };
  expect(await createUser(actor, wanted({ team: there.name }))).toMatchObject(refused);
  const leads = { team: here.name, supervises: [there.name] };
  expect(await createUser(actor, wanted(leads))).toMatchObject(refused);
  const change = (given: object) => changeUser(actor, { user: member.username, change: given });
  expect(await change({ team: there.name })).toMatchObject(refused);
  expect(await change({ supervises: [there.name] })).toMatchObject(refused);
  expect(await moveMembers(actor, { usernames: [member.username], teamId: there.id })).toMatchObject(refused);
  expect(await db.user.findUniqueOrThrow({ where: { id: member.id } })).toMatchObject({ teamId: here.id });
});

test("a team deleted meanwhile is one that there is not", async () => {
  const { here, member } = await worlds();
  for (let round = 0; round < 5; round++) {
    const gone = await newTeam();
    const done = await Promise.all([
      deleteTeam(bootstrapToken, { id: gone.id }),
      createUser(bootstrapToken, wanted({ team: here.name, supervises: [gone.name] })),
      changeUser(bootstrapToken, { user: member.username, change: { supervises: [gone.name] } }),
    ]);
    for (const result of done) if (!result.ok) expect(result.code).toBe("unknown-team");
  }
});

test("a first password keeps the rules, too", async () => {
  for (const password of ["aaaaaaaaaa", "some.body"]) {
    const input = wanted({ username: "some.body", password });
    expect(await createUser(bootstrapToken, input)).toMatchObject({ code: "weak-password" });
  }
});

test("a first password is good for signing in, unless its maker wants it changed", async () => {
  const origin = { ip: "10.1.2.3", userAgent: "test" };
  const secret = "correct horse";
  const { name: team } = await newTeam();
  for (const mustChangePassword of [false, true]) {
    const made = await createUser(bootstrapToken, wanted({ team, password: secret, mustChangePassword }));
    if (!made.ok) throw new Error(made.code);
    const given = { username: made.value.username, password: secret, client: phone };
    const expected = mustChangePassword ? { code: "password-change-required" } : { ok: true };
    expect(await signIn(given, origin)).toMatchObject(expected);
  }
});

test.each([
  ["a¨b", "a space"],
  ["ﷺ".repeat(20), "too long"],
  [`${"a".repeat(63)}ﬁ`, "too long"],
])("a username is judged as it will be kept: %s has %s in it", (name) => {
  expect(Username.safeParse(name).success).toBe(false);
});

test("a username is kept in one form", () => {
  expect(Username.parse("  ﬁnn ")).toBe("finn");
});
