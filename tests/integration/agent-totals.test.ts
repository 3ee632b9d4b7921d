import fc from "fast-check";
import { expect, test } from "vitest";
import { figuresAt } from "@/lib/agents/figures";
import { agentTimeline } from "@/lib/agents/history";
import { agentRows } from "@/lib/agents/queries";
import { figuresOfDay } from "@/lib/agents/timeline";
import { bootstrapToken } from "@/lib/auth/actor";
import { forceState } from "@/lib/seats/commands";
import { commitNews } from "@/lib/seats/commit";
import { sweepUnreachable } from "@/lib/sessions/sweep";
import { atNight, minuteMs, night } from "./night";
import { desktop, person, signedIn, tell } from "./people";

const clock = atNight();
const { wait } = clock;

async function agent() {
  const user = await person();
  const begin = async (given: Parameters<typeof signedIn>[1] = {}) => {
    const { sessionId } = await signedIn(user.username, given);
    return { id: sessionId, userId: user.id };
  };
  const timeline = () => agentTimeline(bootstrapToken, { username: user.username });
  return { user, begin, timeline };
}

const started = (interactionId: string, ageMs: number) => ({
  type: "interaction",
  interactionId,
  phase: "started",
  channel: "voice",
  direction: "inbound",
  service: "Billing",
  ageMs,
});

test("whatever happened: the totals of the timeline are the grid's figures, and its spans have no gap", async () => {
  const step = fc.record({
    minutes: fc.integer({ min: 0, max: 45 }),
    state: fc.constantFrom("ready", "busy", "after_call_work", "not_ready"),
    lateMinutes: fc.integer({ min: 0, max: 60 }),
    does: fc.constantFrom("tells", "comes back", "is forced", "signs in anew", "begins", "ends", "sleeps"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      await clock.set(new Date(night.getTime() - 120 * minuteMs));
      const { begin, timeline, user } = await agent();
      let session = await begin();
      for (const [index, { minutes, state, lateMinutes, does }] of steps.entries()) {
        await wait(minutes);
        await sweepUnreachable();
        const ageMs = lateMinutes * minuteMs;
        const { id: sessionId, userId } = session;
        if (does === "comes back") await commitNews([{ userId, sessionId, event: { kind: "contact" } }]);
        if (does === "tells") await tell(session, { type: "state", state, ageMs });
        if (does === "begins") await tell(session, started(`call ${index}`, ageMs));
        if (does === "ends") await tell(session, { type: "sync", interactions: [] });
        if (does === "is forced")
          await forceState(bootstrapToken, {
            username: user.username,
            state: "not_ready",
            reason: "Meeting",
            evenOnInteraction: true,
          });
        if (does === "signs in anew") session = await begin(index % 2 ? { client: desktop } : {});
      }
      await wait(1);
      await sweepUnreachable();

      const shown = await timeline();
      const [grid] = await agentRows([user.id], new Date(shown.from));
      if (!grid) throw new Error("no row");
      const nowMs = Date.parse(shown.now);
      const { inStateMs, loginMs, ...figures } = figuresAt(grid.row, nowMs);
      const { unknownMs, ...totals } = figuresOfDay(shown, nowMs);
      expect(totals).toEqual(figures);
      const states = totals.readyMs + totals.notReadyMs + totals.busyMs + totals.afterCallWorkMs + unknownMs;
      const signedInMs = shown.stays.reduce(
        (sum, { from, to }) =>
          sum + (to ? Date.parse(to) : nowMs) - Math.max(Date.parse(from), Date.parse(shown.from)),
        0,
      );
      expect(states).toBe(signedInMs);
    }),
    { numRuns: 20 },
  );
}, 60_000);
