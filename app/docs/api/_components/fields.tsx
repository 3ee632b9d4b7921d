import { Card } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Row } from "@/lib/openapi/rows";
import { textsOf } from "../../../_edges/texts";
import { Inline } from "./inline";

const t = textsOf("api-docs");

/** What an object carries. `given` by the caller: then it matters what is required. */
export function Fields({ rows, label, given }: { rows: readonly Row[]; label: string; given: boolean }) {
  return (
    <Card flush className="mt-2 shadow-none">
      <ScrollRegion className="overflow-x-auto" aria-label={label}>
        <table className="w-full border-collapse text-left">
          <thead className="text-2xs text-ink-2">
            <tr className="*:px-3.5 *:py-1.5 *:font-medium">
              <th scope="col">{t("field")}</th>
              <th scope="col">{t("type")}</th>
              <th scope="col">{t("meaning")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FieldRow key={row.path} row={row} given={given} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}

function FieldRow({
  row: { path, type, link, required, text, values },
  given,
}: {
  row: Row;
  given: boolean;
}) {
  const cut = path.lastIndexOf(".") + 1;
  const mark = given ? (required ? "required" : null) : required ? null : "optional";
  return (
    <tr className="border-line border-t align-top *:px-3.5 *:py-2">
      <th scope="row" className="whitespace-nowrap font-medium">
        <Code>
          <span className="font-normal text-ink-2">{path.slice(0, cut)}</span>
          {path.slice(cut)}
        </Code>
      </th>
      <td className="min-w-28 text-ink-2">
        {link ? (
          <a href={link} className="text-accent underline underline-offset-2">
            {type}
          </a>
        ) : (
          type
        )}
        {mark && (
          <span className={mark === "required" ? "block text-busy text-xs" : "block text-xs"}>{t(mark)}</span>
        )}
      </td>
      <td className="w-full min-w-64">
        <Inline text={text} />
        {values.length > 0 && (
          <span className="mt-1 flex flex-wrap gap-1">
            {values.map((value) => (
              <Code key={String(value)} className="rounded-sm bg-chip px-1">
                {String(value)}
              </Code>
            ))}
          </span>
        )}
      </td>
    </tr>
  );
}
