"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Card, CardHeader } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { type Field, fields, guessMapping, type Mapping } from "@/lib/imports/fields";
import type { ImportPreview } from "@/lib/imports/preview";

type Props = { preview: ImportPreview; mapping: Mapping; onChange: (mapping: Mapping) => void };

const leftOut = "none";

/**
 * The columns of the file beside what is in them, and which field each is. A field is one column's: the one that it was
 * before is left out then, and says so.
 */
export function MappingCard({ preview, mapping, onChange }: Props) {
  const t = useTranslations("import");
  const { header, samples, fault } = preview;
  // What each column was meant to be, last by its reader, first by its heading.
  const [meant, setMeant] = useState<Mapping>(() =>
    header.map((heading, at) => mapping[at] ?? guessMapping([heading])[0] ?? null),
  );
  const named = (column: number) => header[column] || t("no-heading");

  function choose(column: number, chosen: Field | typeof leftOut) {
    const field = chosen === leftOut ? null : chosen;
    setMeant(header.map((_, at) => (at === column ? field : (mapping[at] ?? meant[at] ?? null))));
    onChange(
      header.map((_, at) => (at === column ? field : mapping[at] === field ? null : (mapping[at] ?? null))),
    );
  }

  /** Why a column is left out that was meant to be something. */
  function givenAway(column: number) {
    const field = meant[column];
    const holder = mapping[column] === null && field ? mapping.indexOf(field) : -1;
    return field && holder >= 0
      ? t("given-away", { heading: named(holder), field: t(`field.${field}`) })
      : null;
  }

  const items = [
    { value: leftOut as Field | typeof leftOut, label: t("left-out") },
    ...fields.map((field) => ({ value: field, label: t(`field.${field}`) })),
  ];

  return (
    <Card flush>
      <CardHeader title={t("columns")} subtitle={t("columns-text")} className="px-4 pt-3.5 pb-2.5" />
      {fault && <Alert live tone="warn" title={t(`fault.${fault}`)} className="mx-4 mb-3" />}
      <table className="w-full table-fixed border-collapse text-left">
        <thead>
          <tr className="border-line-strong border-b text-ink-2">
            <th scope="col" className="px-4 pb-1.5 font-medium">
              {t("column.heading")}
            </th>
            <th scope="col" className="px-3 pb-1.5 font-medium">
              {t("column.samples")}
            </th>
            <th scope="col" className="w-52 px-4 pb-1.5 font-medium">
              {t("column.field")}
            </th>
          </tr>
        </thead>
        <tbody>
          {header.map((heading, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading; they are told apart by their place.
            <tr key={column} className="border-line border-b last:border-b-0">
              <th scope="row" className="truncate px-4 py-1.5 font-medium" title={heading}>
                {named(column)}
              </th>
              <td className="truncate px-3 py-1.5 text-ink-2">
                {mapping[column] === "password" ? t("hidden") : (samples[column] ?? []).join(" · ")}
              </td>
              <td className="px-4 py-1.5">
                <Select
                  label={t("field-of", { heading: named(column) })}
                  items={items}
                  value={mapping[column] ?? leftOut}
                  onChange={(chosen) => choose(column, chosen)}
                />
                <p role="status" className="text-warn text-xs not-empty:mt-1 [overflow-wrap:anywhere]">
                  {givenAway(column)}
                </p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
