import type { LogLine } from "@/lib/logs/asked";
import { formatLine } from "@/lib/logs/format";

/** A line as the file of the log has it. */
export const textOf = ({ number: _, at, ...line }: LogLine) =>
  formatLine({ ...line, at: at === null ? null : new Date(at) }, "log");

/** The address of this log at a line, as people count them. */
export const linkTo = (line: number) =>
  `${window.location.origin}${window.location.pathname}?line=${line + 1}`;
