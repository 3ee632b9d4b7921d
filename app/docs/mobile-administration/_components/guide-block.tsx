import { Code } from "@/components/ui/code";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { type Block, readInline } from "../blocks";

const cell = "px-3 py-2 text-left align-top first:pl-0";

/** One block of a guide. */
export function GuideBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return block.level === 1 ? (
        <h1 className="font-semibold text-2xl tracking-tight">{block.text}</h1>
      ) : (
        <h2 className="mt-8 font-semibold text-xl tracking-tight">{block.text}</h2>
      );
    case "paragraph":
      return (
        <p>
          <Words text={block.text} />
        </p>
      );
    case "list":
      return (
        <ul className="flex list-disc flex-col gap-1.5 pl-5">
          {block.items.map((item) => (
            <li key={item}>
              <Words text={item} />
            </li>
          ))}
        </ul>
      );
    case "code":
      return (
        <ScrollRegion
          aria-label={block.text.split("\n")[0] ?? ""}
          className="overflow-x-auto rounded-lg border border-line bg-sunken px-4 py-3"
        >
          <pre className="font-mono text-xs">{block.text}</pre>
        </ScrollRegion>
      );
    case "table":
      return (
        <ScrollRegion aria-label={block.head.join(" ").trim()} className="overflow-x-auto">
          <table className="w-full min-w-140 border-line border-y">
            <thead>
              <tr>
                {block.head.map((text) =>
                  text === "" ? (
                    <td key={text} className={cell} />
                  ) : (
                    <th key={text} scope="col" className={`${cell} font-semibold`}>
                      <Words text={text} />
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody className="divide-y divide-line border-line border-t">
              {block.rows.map(([first = "", ...rest]) => (
                <tr key={first}>
                  <th scope="row" className={`${cell} font-medium`}>
                    <Words text={first} />
                  </th>
                  {rest.map((text, place) => (
                    <td key={block.head[place + 1] ?? place} className={cell}>
                      <Words text={text} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      );
  }
}

function Words({ text }: { text: string }) {
  return readInline(text).map((piece, place) => {
    const key = `${place} ${piece.text}`;
    if (piece.kind === "code")
      return (
        <Code key={key} className="rounded-sm bg-chip px-1 py-px [overflow-wrap:anywhere]">
          {piece.text}
        </Code>
      );
    if (piece.kind === "strong") return <strong key={key}>{piece.text}</strong>;
    if (piece.kind === "emphasis") return <em key={key}>{piece.text}</em>;
    return piece.text;
  });
}
