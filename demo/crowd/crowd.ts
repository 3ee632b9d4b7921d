import { setTimeout as pause } from "node:timers/promises";
import pLimit from "p-limit";
import { type Agent, createAgent } from "./agent";
import type { Visitor } from "./visitor";

type Options = {
  gateway: string;
  /** What "now" was when these people were planned. */
  madeMs: number;
  /** Hears of a mistake in here; the others live on. */
  onFailure: (error: unknown) => void;
};

const signInsAtOnce = 16;
const signOutsAtOnce = 16;
const againMs = 500;
// A gateway that is busy is waited for, one that is away is not.
const patienceMs = 10_000;

/** Agents who live, each by themselves. */
export function openCrowd({ gateway, madeMs, onFailure }: Options) {
  const world = { gateway, madeMs, signIns: pLimit(signInsAtOnce) };
  const agents: Agent[] = [];
  let over = false;
  const signedIn = () => agents.filter((agent) => agent.signedIn).length;

  async function signOutAll(whenOut: () => void): Promise<void> {
    const bounded = pLimit(signOutsAtOnce);
    const leave = async (agent: Agent) => {
      while (!(await agent.goHome())) await pause(againMs);
      whenOut();
    };
    // Whoever is there comes before whoever is only on the way.
    const inOrder = agents.toSorted((a, b) => Number(b.signedIn) - Number(a.signedIn));
    await Promise.all(inOrder.map((agent) => bounded(() => leave(agent).catch(onFailure))));
  }

  return {
    signedIn,
    join(visitor: Visitor) {
      if (over) return;
      const agent = createAgent(visitor, world);
      agents.push(agent);
      agent.live().catch(onFailure);
    },
    /** Everybody signs out, as long as the gateway lets somebody out now and then. Returns how many are still in. */
    async goHome(): Promise<number> {
      over = true;
      for (const agent of agents) agent.stop();
      let lastMs = performance.now();
      let left = false;
      const all = signOutAll(() => {
        lastMs = performance.now();
      }).then(() => {
        left = true;
      });
      while (!left && performance.now() - lastMs < patienceMs) await Promise.race([all, pause(againMs)]);
      return signedIn();
    },
  };
}
export type Crowd = ReturnType<typeof openCrowd>;
