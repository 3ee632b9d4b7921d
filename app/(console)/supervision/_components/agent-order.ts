import { heldOrder, keepOrder, orderBy } from "@/components/grid/live-order";
import { growing, valueAt } from "@/lib/agents/columns";
import type { AgentRow } from "@/lib/agents/row";
import type { AgentList } from "@/lib/agents/schema";
import {
  isBeyond,
  type LimitOf,
  readLimits,
  type Summary,
  shownIn,
  summaryOf,
  type TeamLimits,
} from "@/lib/agents/view";

type Compare = (a: AgentRow, b: AgentRow) => number;

export type ViewInput = {
  rows: readonly AgentRow[];
  list: AgentList;
  limits: TeamLimits;
  /** The server's clock, in whole seconds while it ticks. */
  nowMs: number;
};

/** How rows are chosen and ordered: made anew when the question is another. */
type Rules = {
  shown: (row: AgentRow, nowMs: number) => boolean;
  limitOf: LimitOf;
  compare: Compare;
  /** The moment of the figures that rows are compared by. */
  comparedMs: number;
};

/** What the grid shows, and what it needs to show the next moment from there. */
export type View = ViewInput & {
  rules: Rules;
  /** Those to be shown, as they came. */
  shown: readonly AgentRow[];
  ordered: readonly AgentRow[];
  summary: Summary;
};

// So often rows change places because of what only the clock has changed.
const settleMs = 2000;

export function firstView(input: ViewInput): View {
  const limitOf = readLimits(input.limits);
  const shown = shownIn(input.list, limitOf);
  return viewBy(input, { shown, limitOf, ...comparing(input, limitOf) }, (rows, { compare }) =>
    rows.toSorted(compare),
  );
}

/** The view of the next moment: the order is kept where nothing that makes it has changed. */
export function nextView(before: View, input: ViewInput): View {
  if (before.list !== input.list || before.limits !== input.limits) return firstView(input);
  const { rules, shown, ordered } = before;
  if (!movesByItself(input.list) || input.nowMs - rules.comparedMs < settleMs)
    return viewBy(input, rules, (rows, { compare }) => keepOrder({ rows: shown, ordered }, rows, compare));
  const anew = { ...rules, ...comparing(input, rules.limitOf) };
  return viewBy(input, anew, (rows, { compare }) =>
    heldOrder({ rows: shown, ordered }, rows).toSorted(compare),
  );
}

type InOrder = (rows: readonly AgentRow[], rules: Rules) => readonly AgentRow[];

function viewBy(input: ViewInput, rules: Rules, inOrder: InOrder): View {
  const { rows, nowMs } = input;
  const shown = rows.filter((row) => rules.shown(row, nowMs));
  const summary = summaryOf(rows, rules.limitOf, nowMs);
  return { ...input, rules, shown, ordered: inOrder(shown, rules), summary };
}

/** True where the order follows figures that grow while nobody does anything. */
const movesByItself = ({ sort, pin }: AgentList) =>
  pin !== undefined || sort.some(({ id }) => growing.has(id));

const comparing = (input: ViewInput, limitOf: LimitOf) => ({
  compare: orderOf(input, limitOf),
  comparedMs: input.nowMs,
});

function orderOf({ list, nowMs }: ViewInput, limitOf: LimitOf): Compare {
  const columns = [
    ...(list.group ? [{ id: "team", desc: false } as const] : []),
    ...list.sort,
    // So that nobody changes places for no reason.
    { id: "agent", desc: false } as const,
  ];
  return orderBy<AgentRow>([
    ...(list.pin ? [{ value: (row: AgentRow) => !isBeyond(row, limitOf, nowMs), desc: false }] : []),
    ...columns.map(({ id, desc }) => ({ value: (row: AgentRow) => valueAt(id, row, nowMs), desc })),
    { value: ({ id }) => id, desc: false },
  ]);
}
