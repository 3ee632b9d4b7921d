"use client";

import { useEffect, useEffectEvent, useMemo, useState } from "react";
import type { RowSource } from "@/components/grid/row-source";
import type { GroupPath } from "@/lib/reports/path";
import { type Asked, addressOf, answers, branchOf, type Held, sameReport } from "./asked";
import { type GroupPage, type Refusal, Refused, type RowPage, readGroups, readRows } from "./read-report";
import { type Awaited, type Line, slotsOf, toggled, treeOf, withBranch } from "./tree";

/** Lines beyond those in view that are fetched before they are. */
const ahead = 40;

/** The lines of a report as it is scrolled and opened. What was shown stays until what is asked for has come. */
export function useLines(asked: Asked, first: Held | { refused: Refusal }) {
  const [held, setHeld] = useState<Held | null>("refused" in first ? null : first);
  const [refused, setRefused] = useState<Refusal | null>("refused" in first ? first.refused : null);
  const [asking, setAsking] = useState(0);
  const [view, setView] = useState({ from: 0, to: 1 });

  const current = held !== null && asking === 0 && answers(held, asked);
  const key = `${asking} ${addressOf(asked)}`;
  const [failedFor, setFailedFor] = useState(refused ? key : null);

  const read = useEffectEvent(async (signal: AbortSignal) => {
    try {
      // With another column the report stays of the moment that it is of.
      const asOf = held && asking === 0 && sameReport(held, asked) ? held.asOf : null;
      const page = await readPart(asked, [], { asOf, cursor: null, signal });
      if (signal.aborted) return;
      const tree = treeOf(branchOf(page));
      const open = held && sameReport(held, asked) ? held.tree.open : tree.open;
      const { from, to, replicaAgeMs } = page;
      setHeld({ ...asked, tree: { ...tree, open }, asOf: page.asOf, from, to, replicaAgeMs });
      setRefused(null);
      setFailedFor(null);
      setAsking(0);
    } catch (error) {
      if (signal.aborted) return;
      setRefused(error instanceof Refused ? error : new Refused("internal"));
      setFailedFor(key);
    }
  });

  const waits = !current && failedFor !== key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for is in the key.
  useEffect(() => {
    if (!waits) return;
    const stop = new AbortController();
    void read(stop.signal);
    return () => stop.abort();
  }, [key, waits]);

  const slots = useMemo(() => (held ? slotsOf(held.tree) : []), [held]);
  const wanted = slots
    .slice(Math.max(0, view.from - ahead), view.to + ahead)
    .find((slot): slot is Awaited => slot.kind === "awaited");

  const readMore = useEffectEvent(async (slot: Awaited, signal: AbortSignal) => {
    if (!held) return;
    const part = await readPart(held, slot.path, { asOf: held.asOf, cursor: slot.cursor, signal });
    if (signal.aborted) return;
    setHeld((now) => now && { ...now, tree: withBranch(now.tree, slot, branchOf(part)) });
  });
  const wantedId = current ? wanted?.id : undefined;
  const [tried, setTried] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the slot is told by its id, and one that failed is tried again.
  useEffect(() => {
    if (!wanted || wantedId === undefined) return;
    const stop = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    readMore(wanted, stop.signal).catch(() => {
      if (!stop.signal.aborted) again = setTimeout(() => setTried((count) => count + 1), againMs);
    });
    return () => {
      stop.abort();
      clearTimeout(again);
    };
  }, [wantedId, tried]);

  const source = useMemo((): RowSource<Line> => {
    const at = (index: number) => {
      const slot = slots[index];
      return slot && slot.kind !== "awaited" ? slot : undefined;
    };
    return {
      total: slots.length,
      at,
      indexOf: (id) => {
        const index = slots.findIndex((slot) => slot.id === id);
        return index === -1 ? undefined : index;
      },
      onView: (from, to) =>
        setView((before) => (before.from === from && before.to === to ? before : { from, to })),
      load: async (from, to) => slots.slice(from, to).filter((slot): slot is Line => slot.kind !== "awaited"),
    };
  }, [slots]);

  return {
    source,
    held,
    /** Another report is on its way, or has failed. */
    stale: !current,
    refused: failedFor === key ? refused : null,
    toggle: (id: string) => setHeld((now) => now && { ...now, tree: toggled(now.tree, id) }),
    /** Asks for the report as of now. */
    refresh: () => setAsking((count) => count + 1),
  };
}

const againMs = 2000;

type Part = { asOf: string | null; cursor: string | null; signal: AbortSignal };

function readPart(
  asked: Asked,
  path: GroupPath,
  { asOf, cursor, signal }: Part,
): Promise<RowPage | GroupPage> {
  const read = path.length < asked.group.length ? readGroups : readRows;
  return read(addressOf(asked), { cursor, within: path, asOf }, signal);
}
