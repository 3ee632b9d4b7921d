"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { LogLine } from "@/lib/logs/asked";
import type { OpenedLog } from "@/lib/logs/row";
import { Follow } from "./follow";
import { LogTable } from "./log-table";
import { partOf, partWith } from "./part";
import { Parts } from "./parts";
import { readLineAt } from "./read";
import { rowsOf } from "./rows";
import { Toolbar } from "./toolbar";
import { useHappenings } from "./use-happenings";
import { useLines } from "./use-lines";
import { type Asked, useLogAddress } from "./use-log-address";
import { type Target, useLogScroll } from "./use-log-scroll";
import { useMarks } from "./use-marks";
import { useMatches } from "./use-matches";
import { useOpened } from "./use-opened";
import { useRowCursor } from "./use-row-cursor";
import { useWanted } from "./use-wanted";

export type PaneProps = {
  log: OpenedLog;
  /** Lines that came with the page. */
  first: readonly LogLine[];
  /** The line that the address names. */
  start: number | null;
  asked: Asked;
  /** Whether the reader may know what happened to the agent. */
  mayWatch: boolean;
  timeZone: string;
};

/** The lines of a log: searched, narrowed, jumped in, and followed while they arrive. */
export function LogPane({ log, first, start, asked: given, mayWatch, timeZone }: PaneProps) {
  const t = useTranslations("logs.view");
  const { id, lines, missing: edition, firstAt, lastAt } = log;
  const live = log.endedAt === null;
  const [asked, setAsked] = useState(given);
  useLogAddress(asked);

  const { levels } = asked;
  const narrowed = useMemo(() => (levels.length > 0 ? { text: "", levels } : null), [levels]);
  const { marks: numbers } = useMarks({ id, edition, lines, wanted: narrowed });
  const happenings = useHappenings({ id, wanted: asked.beside && mayWatch, goesOn: live, lines });
  const rows = useMemo(() => rowsOf({ lines, numbers, happenings }), [lines, numbers, happenings]);

  const [part, setPart] = useState(() => (start === null ? 0 : partWith(rows, start)));
  const shown = useMemo(() => partOf(rows, part), [rows, part]);
  const [target, setTarget] = useState<Target | null>(() => targetAtFirst(start, live));
  const cursor = useRowCursor(shown, start);
  const scroll = useLogScroll({ rows: shown, wrap: asked.wrap, current: cursor.index, target, live });
  const held = useLines({ id, edition, first, wanted: useWanted(shown, scroll.from, scroll.to) });
  const opened = useOpened(start);

  function goTo(line: number) {
    setPart(partWith(rows, line));
    setTarget({ line, align: "center" });
    cursor.put(shown.indexOf(line));
  }
  const matches = useMatches({
    id,
    edition,
    lines,
    search: asked.search,
    shown: numbers,
    goTo,
    topLine: scroll.topLine,
  });
  const [marked, setMarked] = useState(start);

  async function toTime(at: string) {
    const line = await readLineAt(id, at, AbortSignal.timeout(10_000)).catch(() => undefined);
    if (line === undefined) return;
    setMarked(line ?? lines - 1);
    goTo(line ?? lines - 1);
  }

  return (
    <>
      <Toolbar
        asked={asked}
        onAsk={(change) => setAsked((before) => ({ ...before, ...change }))}
        matches={matches}
        span={firstAt && lastAt ? { from: firstAt, to: lastAt } : null}
        onTime={(at) => void toTime(at)}
        mayWatch={mayWatch}
      />
      <div className="relative flex min-h-0 flex-1 flex-col">
        <div ref={scroll.scroller} onScroll={scroll.onScroll} className="min-h-0 flex-1 overflow-auto">
          {shown.total === 0 ? (
            <EmptyState
              title={t("none-of-levels")}
              action={
                <Button onClick={() => setAsked((before) => ({ ...before, levels: [] }))}>
                  {t("all-levels")}
                </Button>
              }
            />
          ) : (
            <LogTable
              label={t("lines")}
              rows={shown}
              lines={held}
              scroll={scroll}
              cursor={cursor}
              look={{
                wrap: asked.wrap,
                search: asked.search,
                match: matches.line ?? marked,
                withDay: dayOf(firstAt, timeZone) !== dayOf(lastAt, timeZone),
              }}
              opened={opened.lines}
              onToggle={opened.toggle}
            />
          )}
        </div>
        {live && <Follow lines={lines} atEnd={scroll.atEnd} onEnd={() => setTarget({ end: true })} />}
      </div>
      <Parts rows={rows} part={part} onPart={setPart} />
    </>
  );
}

/** At the line that the address names; where lines arrive, at the newest. */
function targetAtFirst(start: number | null, live: boolean): Target | null {
  if (start !== null) return { line: start, align: "center" };
  return live ? { end: true } : null;
}

const dayOf = (at: string | null, timeZone: string) =>
  at && new Date(at).toLocaleDateString("en", { timeZone });
