import { Code } from "@/components/ui/code";

/** Words with `code` in them. */
export function Inline({ text }: { text: string }) {
  // Every second part stood between the marks.
  return text.split("`").map((part, place) => {
    const key = `${place} ${part}`;
    if (place % 2 === 0) return part;
    return (
      <Code key={key} className="rounded-sm bg-chip px-1 py-px [overflow-wrap:anywhere]">
        {part}
      </Code>
    );
  });
}
