import { z } from "zod";
import { GoneAgent, LiveAgent } from "@/app/api/v1/_shapes/agent";
import { AgentChange, AgentRow } from "@/lib/agents/row";
import { isPresent } from "@/lib/agents/state";
import { fold } from "@/lib/live/fold";
import { followEvents } from "./follow";
import type { Random } from "./random";
import { type Seen, seenOf } from "./seen";

/** Whoever watches agents; what they see is what they would show. */
export type Reader = {
  team: string | null;
  see: () => Seen[];
  /** How often they began with everybody anew, instead of where they stood. */
  snapshots: () => number;
} & ReturnType<typeof followEvents>;

const Snapshot = z.strictObject({ items: z.array(LiveAgent) });
const Changes = z.array(z.union([LiveAgent, GoneAgent]));

/** A program at the admin API. */
export function openProgram(urls: readonly string[], token: string, random: Random): Reader {
  let agents = new Map<string, z.infer<typeof LiveAgent>>();
  let snapshots = 0;
  const stream = followEvents(urls, {
    path: "/api/v1/agents/live",
    headers: { authorization: `Bearer ${token}`, accept: "text/event-stream" },
    random,
    onEvent({ name, data }) {
      if (name === "snapshot") {
        snapshots++;
        agents = new Map(Snapshot.parse(JSON.parse(data)).items.map((agent) => [agent.username, agent]));
      } else
        for (const change of Changes.parse(JSON.parse(data)))
          if ("gone" in change) agents.delete(change.username);
          else agents.set(change.username, change);
    },
  });
  const see = () => [...agents.values()].map((agent) => seenOf({ ...agent, logoutAt: agent.logout }));
  return { team: null, see, snapshots: () => snapshots, ...stream };
}

const Everybody = z.object({ day: z.iso.datetime(), rows: z.array(AgentRow) });
const Turn = z.object({ day: z.iso.datetime() });

/** A tab of the console, of somebody who sees all teams or one. */
export function openTab(
  urls: readonly string[],
  { cookie, team }: { cookie: string; team: string | null },
  random: Random,
): Reader {
  let rows = new Map<string, AgentChange>();
  let day: string | undefined;
  let snapshots = 0;

  async function readEverybody(url: string) {
    const answer = Everybody.parse(await (await fetch(`${url}/api/agents`, { headers: { cookie } })).json());
    rows = new Map(answer.rows.map((row) => [row.id, row]));
    day = answer.day;
    snapshots++;
  }

  const stream = followEvents(urls, {
    path: "/api/stream",
    headers: { cookie },
    random,
    async onEvent({ name, data }, url) {
      if (name === "signed-out") throw new Error("signed out, though nobody did so");
      if (name === "reset" || (name === "day" && Turn.parse(JSON.parse(data)).day !== day)) day = undefined;
      // A console that ends in between is asked again at the next event.
      if (day === undefined) await readEverybody(url);
      if (name === "changes") fold(rows, z.array(AgentChange).parse(JSON.parse(data)));
    },
  });
  const see = () => {
    const since = new Date(day ?? 0);
    return [...rows.values()].flatMap((row) =>
      "gone" in row || !isPresent(row, since) ? [] : [seenOf(row)],
    );
  };
  return { team, see, snapshots: () => snapshots, ...stream };
}
