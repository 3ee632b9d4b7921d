import { useMemo } from "react";
import type { Rows } from "./rows";

const step = 50;
const ahead = 200;

/** The lines of the rows in view, then those that scrolling either way comes to. */
export function useWanted(rows: Rows, from: number, to: number): readonly number[] {
  // In steps: not another list with each row that is scrolled.
  const [begin, end] = [Math.floor(from / step) * step, Math.ceil(to / step) * step];
  return useMemo(() => {
    const lines: number[] = [];
    const add = (since: number, until: number) => {
      for (let index = Math.max(0, since); index < Math.min(rows.total, until); index++) {
        const line = rows.at(index)?.line;
        if (line !== undefined) lines.push(line);
      }
    };
    add(begin, end);
    add(end, end + ahead);
    add(begin - ahead, begin);
    return lines;
  }, [rows, begin, end]);
}
