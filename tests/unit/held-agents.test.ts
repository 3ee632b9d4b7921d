import fc from "fast-check";
import { expect, test } from "vitest";
import { foldAgents, holdAgents } from "@/lib/agents/held";
import type { AgentChange, AgentRow } from "@/lib/agents/row";
import { isPresent } from "@/lib/agents/state";
import { fold } from "@/lib/live/fold";
import { agent, at } from "./agents";

const day = at(-720);
const row = fc
  .record({ number: fc.nat(6), revision: fc.nat(9), signedOut: fc.constantFrom(null, -5, -800) })
  .map(({ number, revision, signedOut }) =>
    agent(number, {
      revision,
      open: signedOut === null,
      logoutAt: signedOut === null ? null : at(signedOut),
    }),
  );
const gone = row.map(({ id, revision }): AgentChange => ({ id, revision, gone: true }));
const snapshot = fc.uniqueArray(row, { selector: ({ id }) => id });
const batches = fc.array(fc.array(fc.oneof(row, gone), { maxLength: 4 }), { maxLength: 8 });

/** Everybody who is shown, found out from all that was ever told. */
function shown(rows: readonly AgentRow[], told: ReadonlyMap<string, AgentChange>) {
  const now = new Map<string, AgentChange>(rows.map((one) => [one.id, one]));
  for (const change of told.values())
    if (change.revision > (now.get(change.id)?.revision ?? -1)) now.set(change.id, change);
  return [...now.values()].filter((one) => !("gone" in one) && isPresent(one, new Date(day)));
}

const byId = (rows: readonly { id: string }[]) => rows.toSorted((a, b) => a.id.localeCompare(b.id));

test("news batch by batch come to what all of them come to at once", () => {
  fc.assert(
    fc.property(snapshot, batches, (rows, lists) => {
      const present = rows.filter((one) => isPresent(one, new Date(day)));
      const told = new Map<string, AgentChange>();
      let held = holdAgents(rows, day);
      for (const list of lists) held = foldAgents(held, fold(told, list));
      expect(byId(held.rows)).toEqual(byId(shown(present, told)));
    }),
  );
});

test("whoever stays keeps their place, and new ones come last", () => {
  fc.assert(
    fc.property(snapshot, batches, (rows, lists) => {
      let held = holdAgents(rows, day);
      for (const list of lists) {
        const before = held.rows.map(({ id }) => id);
        held = foldAgents(held, list);
        const now = held.rows.map(({ id }) => id);
        const stayed = before.filter((id) => now.includes(id));
        expect(now.slice(0, stayed.length)).toEqual(stayed);
        expect([...held.places].map(([id, place]) => held.rows[place]?.id === id)).not.toContain(false);
        expect(held.places.size).toBe(held.rows.length);
      }
    }),
  );
});

test("without news the rows are the same ones", () => {
  const held = holdAgents([agent(1), agent(2)], day);
  expect(foldAgents(held, [agent(1), { id: agent(3).id, revision: 5, gone: true }])).toBe(held);
});
