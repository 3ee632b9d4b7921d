import { createHmac } from "node:crypto";
import pLimit from "p-limit";
import { z } from "zod";
import { planCentre } from "../centre";
import { randomFrom } from "../random";
import type { Visitor } from "./visitor";

type Office = {
  console: string;
  token: string;
  count: number;
  nowMs: number;
  /** Whoever is there need not wait for the others. */
  onThere: (visitor: Visitor) => void;
};

const minuteMs = 60_000;
const madeAtOnce = 8;
const prefix = "sim.";

/**
 * Agents of a Rollcall that is no demo: made through the admin API where they are not there yet. Their password follows
 * from the API token, so that the next run knows it, too.
 */
export async function recruit({ console, token, count, nowMs, onThere }: Office): Promise<void> {
  const password = createHmac("sha256", token).update("simulated agents").digest("base64url");
  const { teams, people } = planCentre({ seed: 1, agents: count, nowMs, administrator: "admin" });
  const agents = people.filter(({ roles, leftAtMs }) => roles.includes("agent") && leftAtMs === null);
  const ask = asker(console, token);
  const there = await usernamesOf(ask);
  for (const { name } of teams) await make(ask, "teams", { name });

  const bounded = pLimit(madeAtOnce);
  await Promise.all(
    agents.slice(0, count).map((person) =>
      bounded(async () => {
        const username = `${prefix}${person.username}`;
        const { name } = person;
        const user = { username, name, team: person.team.name, roles: ["agent"], password };
        // Known beforehand: to be told that somebody is there costs a password.
        if (!there.has(username)) await make(ask, "users", user);
        const random = randomFrom(person.seed);
        const comesInMs = random.chance(0.85) ? random.between(0, 4000) : random.around(20 * minuteMs);
        const { team, apps, seed } = person;
        onThere({ username, password, team, apps, session: null, comesInMs, seed });
      }),
    ),
  );
}

type Ask = (path: string, body?: object) => Promise<Response>;

const asker =
  (console: string, token: string): Ask =>
  (path, body) =>
    fetch(new URL(`/api/v1/${path}`, console), {
      method: body ? "POST" : "GET",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });

const UserPage = z.object({
  items: z.array(z.object({ username: z.string() })),
  next: z.string().nullable(),
});

/** Who was made by an earlier run, and whoever else has such a name. */
async function usernamesOf(ask: Ask): Promise<Set<string>> {
  const usernames = new Set<string>();
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query = new URLSearchParams({ search: prefix, limit: "500", ...(cursor && { cursor }) });
    const response = await ask(`users?${query}`);
    if (!response.ok) throw await refusal("users", response);
    const { items, next } = UserPage.parse(await response.json());
    for (const { username } of items) usernames.add(username);
    cursor = next;
  }
  return usernames;
}

/** What is there already is as good as made. */
async function make(ask: Ask, path: string, body: object): Promise<void> {
  const response = await ask(path, body);
  if (!response.ok && response.status !== 409) throw await refusal(path, response);
}

const refusal = async (path: string, response: Response) =>
  new Error(`${path} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
