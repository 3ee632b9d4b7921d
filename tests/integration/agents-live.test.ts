import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { GoneAgent, LiveAgent } from "@/app/api/v1/_shapes/agent";
import { GET } from "@/app/api/v1/agents/live/route";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { signOut } from "@/lib/sessions/commands";
import { changeSettings } from "@/lib/settings/commands";
import { moveMembers } from "@/lib/teams/members";
import { bootstrap, call, tokenFor } from "./admin-api";
import { desktop, person, signedIn, tell } from "./people";
import { newTeam } from "./teams";

const Answer = z.object({ revision: z.string(), items: z.array(LiveAgent) });
const Snapshot = z.strictObject({ items: z.array(LiveAgent) });
const Changes = z.array(z.union([LiveAgent, GoneAgent]));

/** A team of this test with somebody at work, and the token of its supervisor. */
async function floor() {
  const team = await newTeam();
  const { token, user: supervisor } = await tokenFor(team.name);
  const agent = await person({ team: team.name });
  const { sessionId } = await signedIn(agent.username);
  return { team, token, supervisor, agent: { ...agent, sessionId } };
}

const lines: AbortController[] = [];
afterEach(() => {
  for (const line of lines.splice(0)) line.abort();
});

type Event = { id: string | null; event: string; data: string };

/** Listens as a program would. */
async function listen(token: string, lastEventId?: string) {
  const line = new AbortController();
  lines.push(line);
  const request = new Request("http://localhost:3000/api/v1/agents/live", {
    headers: {
      authorization: `Bearer ${token}`,
      accept: "text/event-stream",
      ...(lastEventId && { "last-event-id": lastEventId }),
    },
    signal: line.signal,
  });
  const answer = await GET(request, { params: Promise.resolve({}) });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const events: Event[] = [];
  const comments: string[] = [];
  let ended = false;
  let emptied = false;
  void (async () => {
    let text = "";
    for await (const chunk of answer.body ?? []) {
      text += new TextDecoder().decode(chunk);
      const parts = text.split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) {
        if (part.startsWith(":")) comments.push(part);
        else if (part === "id") emptied = true;
        else if (!part.startsWith("retry")) events.push(eventOf(part));
      }
    }
    ended = true;
  })();
  const of = (name: string) => events.filter(({ event }) => event === name);
  return {
    comments,
    lastId: () => events.at(-1)?.id ?? "",
    snapshots: () => of("snapshot").map(({ data }) => Snapshot.parse(JSON.parse(data)).items),
    changes: () => of("changes").flatMap(({ data }) => Changes.parse(JSON.parse(data))),
    state: () => ({ ended, emptied }),
  };
}

function eventOf(part: string): Event {
  const fields = Object.fromEntries(part.split("\n").map((row) => row.split(/: (.*)/s).slice(0, 2)));
  return { id: fields.id ?? null, event: fields.event ?? "", data: fields.data ?? "" };
}

const read = async (token: string) => Answer.parse((await call("GET", "/agents/live", { token })).value);
const usernames = async (token: string) => (await read(token)).items.map(({ username }) => username);

describe("as JSON", () => {
  test("who is at work, with the figures of the day", async () => {
    const { team, token, agent } = await floor();
    await tell(
      { id: agent.sessionId, userId: agent.id },
      { type: "state", state: "not_ready", reason: "Lunch" },
    );
    await expect
      .poll(async () => (await read(token)).items)
      .toMatchObject([
        {
          username: agent.username,
          team: team.name,
          open: true,
          sessionId: agent.sessionId,
          app: "Mobile",
          platform: "Mobile",
          version: "2.17.60",
          build: "2.62740",
          appLabel: "Mobile v2.17.60 (2.62740)",
          os: "iOS 14.8",
          device: "iPhone 8 Plus",
          browser: null,
          state: "not_ready",
          reason: "Lunch",
          onInteraction: false,
          interactions: [],
          today: { readyMs: 0, handledIn: 0 },
        },
      ]);
  });

  test("a browser stands in a field of its own, not in the device's place", async () => {
    const { team, token } = await floor();
    const { username } = await person({ team: team.name });
    await signedIn(username, { client: desktop });
    await expect
      .poll(async () => (await read(token)).items.find((agent) => agent.username === username))
      .toMatchObject({ app: "Agent Desktop", version: "5.24.99", device: null, browser: "Chrome 126" });
  });

  test("who signed out today has no state any more", async () => {
    const { token, agent } = await floor();
    await signOut({ id: agent.sessionId, userId: agent.id });
    const gone = { open: false, state: null, stateSince: null, logout: expect.any(String) };
    await expect.poll(async () => (await read(token)).items).toMatchObject([gone]);
  });

  test("a supervisor sees their teams alone, the centre's token everybody", async () => {
    const [one, other] = [await floor(), await floor()];
    await expect.poll(() => usernames(one.token)).toEqual([one.agent.username]);
    const all = [one.agent.username, other.agent.username];
    await expect.poll(() => usernames(bootstrap)).toEqual(expect.arrayContaining(all));
  });

  test("is refused to whoever may not watch, and what is unknown is refused", async () => {
    const { token } = await tokenFor((await newTeam()).name, ["analyst"]);
    expect(await call("GET", "/agents/live", { token })).toMatchObject({ status: 403, code: "not-allowed" });
    expect(await call("GET", "/agents/live", { token: "nobody" })).toMatchObject({ status: 401 });
    expect(await call("GET", "/agents/live?team=x")).toMatchObject({ status: 422 });
  });
});

describe("as a stream", () => {
  test("a snapshot, then changes; a comment says that the line is open", async () => {
    const { token, agent } = await floor();
    const other = await floor();
    await expect.poll(() => usernames(token)).toHaveLength(1);
    const line = await listen(token);
    await expect.poll(line.snapshots).toMatchObject([[{ username: agent.username }]]);
    expect(line.comments).toEqual([": still here"]);
    const states = [agent, other.agent].map(({ id, sessionId }) =>
      tell({ id: sessionId, userId: id }, { type: "state", state: "ready" }),
    );
    await Promise.all(states);
    await expect.poll(() => line.changes().at(-1)).toMatchObject({ state: "ready" });
    expect(new Set(line.changes().map(({ username }) => username))).toEqual(new Set([agent.username]));
  });

  test("goes on from the id of an event, or from a revision, without a snapshot", async () => {
    const { token, agent } = await floor();
    const first = await listen(token);
    await expect.poll(first.snapshots).toHaveLength(1);
    const { revision } = await read(token);
    await tell({ id: agent.sessionId, userId: agent.id }, { type: "state", state: "ready" });
    await expect.poll(() => first.changes().at(-1)).toMatchObject({ state: "ready" });
    for (const from of [revision, first.lastId()]) {
      const line = await listen(token, from);
      if (from === revision) await expect.poll(line.changes).not.toEqual([]);
      await expect.poll(() => line.comments).toHaveLength(1);
      expect(line.snapshots()).toEqual([]);
    }
    const stranger = await listen(token, `${crypto.randomUUID()}.1`);
    await expect.poll(stranger.snapshots).toHaveLength(1);
  });

  test("begins anew where the day has turned meanwhile: whoever went home yesterday is told of in no other way", async () => {
    const { token, agent } = await floor();
    const line = await listen(token);
    await expect.poll(line.snapshots).toHaveLength(1);
    const before = line.lastId();
    await changeSettings(bootstrapToken, { timeZone: "Pacific/Kiritimati" });
    await expect.poll(line.snapshots, { timeout: 5000 }).toHaveLength(2);
    const back = await listen(token, before);
    await expect.poll(back.snapshots).toMatchObject([[{ username: agent.username }]]);
    await changeSettings(bootstrapToken, { timeZone: "Europe/Berlin" });
  });

  test("says that somebody has left the token's teams", async () => {
    const { token, agent } = await floor();
    await expect.poll(() => usernames(token)).toHaveLength(1);
    const line = await listen(token);
    await expect.poll(line.snapshots).toHaveLength(1);
    await moveMembers(bootstrapToken, { usernames: [agent.username], teamId: (await newTeam()).id });
    await expect.poll(line.changes).toContainEqual({ username: agent.username, gone: true });
  });

  test("ends with its token, and anew where the token sees other people", async () => {
    const { token, supervisor } = await floor();
    const line = await listen(token);
    await expect.poll(line.snapshots).toHaveLength(1);
    const more = { userId: supervisor.id, teamId: (await newTeam()).id };
    await db.teamSupervisor.create({ data: more });
    await expect.poll(line.state, { timeout: 4000 }).toEqual({ ended: true, emptied: true });

    const again = await listen(token);
    await expect.poll(again.snapshots).toHaveLength(1);
    await db.apiToken.updateMany({ where: { userId: supervisor.id }, data: { revokedAt: new Date() } });
    await expect.poll(again.state, { timeout: 4000 }).toEqual({ ended: true, emptied: false });
  });
});
