import { expect, test } from "vitest";
import { firstView, nextView, type ViewInput } from "@/app/(console)/supervision/_components/agent-order";
import { readAgentList } from "@/lib/agents/schema";
import { agent, at, billing, noonMs } from "./agents";

const minuteMs = 60_000;
const limits = { [billing]: [{ state: "not_ready" as const, reason: null, minutes: 15 }] };
const input = (address: string, rows: ViewInput["rows"], minutes = 0): ViewInput => ({
  rows,
  list: readAgentList(Object.fromEntries(new URLSearchParams(address))),
  limits,
  nowMs: noonMs + minutes * minuteMs,
});
const names = ({ ordered }: ReturnType<typeof firstView>) => ordered.map(({ name }) => name);

/** The page is opened at noon and looked at an hour later, after these changes. */
function anHourLater(address: string, before: ViewInput["rows"], after: ViewInput["rows"]) {
  const first = firstView(input(address, before));
  return nextView(first, { ...first, rows: after, nowMs: noonMs + 60 * minuteMs });
}

test("whoever changed their state while the page was open is ordered by how long ago", () => {
  const before = ["Anna", "Bert", "Cora"].map((name, index) => agent(index, { name }));
  const after = before.map((row, index) => ({
    ...row,
    revision: 2,
    stateSince: at([50, 10, 1][index] ?? 0),
  }));
  expect(names(anHourLater("sort=-inState", before, after))).toEqual(["Cora", "Bert", "Anna"]);
  expect(names(anHourLater("sort=inState", before, after))).toEqual(["Anna", "Bert", "Cora"]);
});

test("figures that grow by themselves move rows that nobody changed", () => {
  const rows = [
    agent(1, { name: "Anna", state: "busy", stateSince: at(-1) }),
    agent(2, { name: "Bert", state: "ready", today: { ...agent(2).today, busyMs: 30 * minuteMs } }),
  ];
  expect(names(firstView(input("sort=-busy", rows)))).toEqual(["Bert", "Anna"]);
  expect(names(anHourLater("sort=-busy", rows, rows))).toEqual(["Anna", "Bert"]);
});

test("whoever passes a limit while the page is open comes to the top", () => {
  const rows = [
    agent(1, { name: "Anna" }),
    agent(2, { name: "Zoe", state: "not_ready", reason: "Break", stateSince: at(-5) }),
  ];
  const first = firstView(input("pin=1", rows));
  expect(names(first)).toEqual(["Anna", "Zoe"]);
  const later = anHourLater("pin=1", rows, rows);
  expect(later.summary.beyond).toBe(1);
  expect(names(later)).toEqual(["Zoe", "Anna"]);
});
