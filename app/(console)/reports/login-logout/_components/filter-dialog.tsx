"use client";

import { type FormEvent, useId, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { countFormat } from "@/components/ui/formats";
import { Input } from "@/components/ui/input";
import { formatFilter, readFilter } from "@/lib/reports/address";
import type { Column } from "@/lib/reports/catalogue";
import type { Filter } from "@/lib/reports/filters";
import type { Value } from "@/lib/reports/row";
import { boundText, readBound } from "./bounds";
import { formatDate, type Reading } from "./formats";
import { useChoices } from "./use-choices";
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
          <Choices column={column} report={report} reading={reading} chosen={chosen} onChange={setChosen} />
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

type ChoicesProps = {
  column: Column;
  report: string;
  reading: Reading;
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
};

const searchedFrom = 9;

/** What the rows have, to be ticked. */
function Choices({ column, report, reading, chosen, onChange }: ChoicesProps) {
  const t = useTranslations("reports.filter");
  const problem = useTranslations("problem");
  const locale = useLocale();
  const words = useColumnWords();
  const [searched, setSearched] = useState("");
  const { choices, refused } = useChoices(report, column);
  if (refused) return <Alert tone="warn" title={problem(refused.code)} />;

  const label = (value: Value) =>
    column.type === "date" && typeof value === "string"
      ? formatDate(value, reading)
      : words.valueOf(column, value);
  // What is chosen already stays to be taken back, though no row has it.
  const gone = chosen.filter((value) => !choices?.some((choice) => choice.value === value));
  const all = [...(choices ?? []), ...gone.map((value) => ({ value, rows: 0 }))];
  const wanted = searched.trim().toLocaleLowerCase();
  const found = all.filter(({ value }) => label(value).toLocaleLowerCase().includes(wanted));

  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{t("any-of")}</legend>
      {all.length >= searchedFrom && (
        <Input
          type="search"
          value={searched}
          onChange={(event) => setSearched(event.target.value)}
          placeholder={t("find")}
          aria-label={t("find")}
        />
      )}
      <ul className="h-56 overflow-y-auto rounded-md border border-line p-1" aria-busy={choices === null}>
        {found.map(({ value, rows }) => (
          <li key={String(value)}>
            <label className="flex items-center gap-2 rounded-md px-2 py-1 hover:bg-chip pointer-coarse:py-2.5">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
                  )
                }
                className="size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0 flex-1 truncate">{label(value)}</span>
              <span className="num text-ink-3 text-xs">{countFormat(locale).format(rows)}</span>
            </label>
          </li>
        ))}
        {choices !== null && found.length === 0 && (
          <li className="px-2 py-1 text-ink-2">{t(all.length === 0 ? "no-rows" : "none")}</li>
        )}
      </ul>
    </fieldset>
  );
}
