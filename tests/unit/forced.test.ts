import { expect, test } from "vitest";
import { type Forced, nothingForced, notReached, remaining, settled, together } from "@/lib/agents/forced";

const asked = Array.from({ length: 30 }, (_, at) => ({ username: `agent${at}` }));
const names = (from: number, to: number) => asked.slice(from, to).map(({ username }) => username);
const answer = (given: Partial<Forced>): Forced => ({ ...nothingForced, ...given });

test("after a third batch that failed, the first two are not gone through again, and every count is right", () => {
  const first = [
    answer({ done: names(0, 10) }),
    answer({ done: names(10, 18), signedOut: names(18, 19), outOfReach: names(19, 20) }),
  ].reduce(together, nothingForced);
  expect(remaining(asked, first)).toEqual(asked.slice(20));
  expect(settled(first)).toHaveLength(20);

  const all = together(first, answer({ done: names(20, 30) }));
  expect(remaining(asked, all)).toEqual([]);
  expect(all.done).toEqual([...names(0, 18), ...names(20, 30)]);
});

test("who was on an interaction is tried again, and counts for what came of it last", () => {
  const first = together(nothingForced, answer({ done: names(0, 8), onInteraction: names(8, 10) }));
  expect(remaining(asked.slice(0, 10), first)).toEqual(asked.slice(8, 10));
  const again = together(first, answer({ done: names(8, 9), onInteraction: names(9, 10) }));
  expect(again).toEqual(answer({ done: names(0, 9), onInteraction: names(9, 10) }));
});

test("of a second question that was stopped, those not reached are left on their interactions", () => {
  const first = together(nothingForced, answer({ onInteraction: names(0, 20) }));
  const stopped = together(first, answer({ done: names(0, 10) }));
  expect(stopped).toEqual(answer({ done: names(0, 10), onInteraction: names(10, 20) }));
});

test("of a first question that was stopped, those not reached are told apart from those on an interaction", () => {
  const stopped = together(nothingForced, answer({ done: names(0, 8), onInteraction: names(8, 10) }));
  expect(notReached(asked, stopped)).toEqual(asked.slice(10));
  expect(remaining(asked, stopped)).toEqual(asked.slice(8));
});
