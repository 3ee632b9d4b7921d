"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { formatFilter, readFilter } from "@/lib/reports/address";
import type { Column } from "@/lib/reports/catalogue";
import type { Filter } from "@/lib/reports/filters";
import type { Value } from "@/lib/reports/row";
import { boundText, readBound } from "./bounds";
import { FilterChoices } from "./filter-choices";
import type { Reading } from "./formats";
import { useColumnWords } from "./use-column-words";

type FilterDialogProps = {
  column: Column;
  /** As the address has it. */
  values: readonly string[];
  report: string;
  reading: Reading;
  onChange: (values: string[]) => void;
  onClose: () => void;
};

/** Which rows are shown, by one column. */
export function FilterDialog({ column, values, report, reading, onChange, onClose }: FilterDialogProps) {
  const t = useTranslations("reports.filter");
  const ui = useTranslations("ui");
  const words = useColumnWords();
  const form = useId();
  const before: Filter = readFilter(values, column) ?? { column: column.id };
  const [chosen, setChosen] = useState<readonly Value[]>(before.anyOf ?? []);
  const listed =
    column.type === "text" || column.type === "enum" || column.type === "flag" || column.type === "date";
  const bounded = column.type !== "text" && column.type !== "enum" && column.type !== "flag";

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const written = (name: string) => String(data.get(name) ?? "");
    const [from, to] = (["from", "to"] as const).map((end) =>
      readBound(column.type, written(end), reading.timeZone),
    );
    const contains = written("contains").trim();
    const anyOf = chosen.map((value) => (typeof value === "number" ? String(value) : value));
    onChange(
      formatFilter({
        column: column.id,
        ...(anyOf.length > 0 && { anyOf }),
        ...(contains !== "" && { contains }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      }),
    );
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="sm"
      title={t("title", { column: words.nameOf(column) })}
      actions={
        <>
          {values.length > 0 && (
            <Button
              className="mr-auto"
              onClick={() => {
                onChange([]);
                onClose();
              }}
            >
              {t("clear")}
            </Button>
          )}
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" form={form} variant="primary">
            {t("apply")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        {column.type === "text" && (
          <Field label={t("contains")}>
            <Input name="contains" defaultValue={before.contains ?? ""} maxLength={256} autoComplete="off" />
          </Field>
        )}
        {bounded && (
          <div className="grid grid-cols-2 gap-3">
            {(["from", "to"] as const).map((end) => (
              <Field key={end} label={t(`${end}.${kindOf(column)}`)}>
                <Input
                  name={end}
                  type={inputs[kindOf(column)]}
                  {...(kindOf(column) !== "moment" && kindOf(column) !== "date" && { min: 0, step: "any" })}
                  defaultValue={boundText(column.type, before[end], reading.timeZone)}
                />
              </Field>
            ))}
          </div>
        )}
        {listed && column.groups && (
          <FilterChoices
            column={column}
            report={report}
            reading={reading}
            chosen={chosen}
            onChange={setChosen}
          />
        )}
      </form>
    </Dialog>
  );
}

type Kind = "moment" | "date" | "duration" | "percent" | "count";
const inputs = {
  moment: "datetime-local",
  date: "date",
  duration: "number",
  percent: "number",
  count: "number",
} as const;
const kindOf = ({ type }: Column): Kind =>
  type === "text" || type === "enum" || type === "flag" ? "count" : type;
