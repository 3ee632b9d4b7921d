import { Fragment } from "react";
import { patternOf } from "@/lib/logs/pattern";

/** A text with what somebody searches for marked in it. */
export function Marked({ text, search }: { text: string; search: string }) {
  if (search === "") return text;
  const parts = text.split(new RegExp(`(${patternOf(search).source})`, "gi"));
  let at = 0;
  return parts.map((part, place) => {
    const key = at;
    at += part.length;
    // Every other part is what the pattern has found.
    if (place % 2 === 0) return <Fragment key={`${key} between`}>{part}</Fragment>;
    return (
      <mark key={key} className="rounded-xs bg-mark text-ink">
        {part}
      </mark>
    );
  });
}

/** Where in a text something is; -1 where it is not. */
export const placeIn = (text: string, search: string) =>
  search === "" ? -1 : text.search(patternOf(search));
