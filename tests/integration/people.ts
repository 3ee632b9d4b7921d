import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { commitNews } from "@/lib/seats/commit";
import { Frame } from "@/lib/seats/schema";
import { Client } from "@/lib/sessions/schema";
import { signIn } from "@/lib/sessions/sign-in";
import { createTeam } from "@/lib/teams/commands";
import { createUser } from "@/lib/users/commands";
import { CreateUser } from "@/lib/users/schema";

export const password = "correct horse";

let count = 0;

/** A user of a team that exists or is made, by default an agent. */
export async function person(given: Partial<CreateUser> = {}) {
  const number = ++count;
  const team = given.team ?? "Billing";
  await createTeam(bootstrapToken, { name: team });
  const input = CreateUser.parse({
    username: `person${number}`,
    name: `Person ${number}`,
    password,
    roles: ["agent"],
    ...given,
    team,
  });
  const created = await createUser(bootstrapToken, input);
  if (!created.ok) throw new Error(created.code);
  return db.user.findFirstOrThrow({ where: { username: created.value.username } });
}

export const phone = Client.parse({
  app: "Mobile",
  version: "2.17.60",
  build: "2.62740",
  os: { name: "iOS", version: "14.8" },
  device: { model: "iPhone 8 Plus" },
});

export const desktop = Client.parse({
  app: "Agent Desktop",
  version: "5.24.99",
  os: { name: "Windows", version: "11" },
  browser: { name: "Chrome", version: "126" },
});

const origin = { ip: "10.1.2.3", userAgent: "test" };

type With = { client?: Client; takeOver?: string };

export const attempt = (username: string, { client = phone, takeOver }: With = {}) =>
  signIn({ username, password, client, ...(takeOver && { takeOver }) }, origin);

/** Signs in, taking over if need be. */
export async function signedIn(username: string, given: With = {}) {
  const first = await attempt(username, given);
  const result =
    !first.ok && first.code === "seat-taken"
      ? await attempt(username, { ...given, takeOver: first.detail.takeOver })
      : first;
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

let frames = 0;

/** Tells what an app would, and returns what came of it. */
export async function tell(
  session: { id: string; userId: string },
  sent: object,
  { frameId = `frame ${++frames}`, waitedMs = 0 } = {},
) {
  const frame = Frame.parse(sent);
  if (frame.type === "alive") throw new Error("not stored by the ledger");
  const event = {
    kind: "frame" as const,
    frameId,
    frame,
    agedMs: frame.ageMs + waitedMs,
    late: frame.ageMs >= 1000,
  };
  const [told] = await commitNews([{ userId: session.userId, sessionId: session.id, event }]);
  return told?.outcome;
}

/** The sessions of a user, oldest first. */
export const sessionsOf = (userId: string) =>
  db.session.findMany({ where: { userId }, orderBy: { loginAt: "asc" } });
