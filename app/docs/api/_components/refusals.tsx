import { Code } from "@/components/ui/code";
import { type ErrorCode, errorStatus } from "@/lib/errors";
import { problemTitle } from "../../../_edges/texts";

/** Codes with their status and what they say. */
export function Refusals({ codes }: { codes: readonly ErrorCode[] }) {
  return (
    <ul className="mt-2 grid gap-1.5">
      {codes.map((code) => (
        <li key={code} className="flex flex-wrap gap-x-2.5">
          <Code className="num text-ink-2">{errorStatus[code]}</Code>
          <Code className="font-medium">{code}</Code>
          <span className="text-ink-2">{problemTitle(code)}</span>
        </li>
      ))}
    </ul>
  );
}
