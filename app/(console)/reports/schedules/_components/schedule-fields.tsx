import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { presets } from "@/lib/reports/range";
import { exportFormats } from "@/lib/reports/sheet";
import { longestName, longestSubject, rangeMark } from "@/lib/schedules/schema";
import { type Draft, type Faulty, stock } from "./draft";
import { RhythmFields } from "./rhythm-fields";
import type { Choices } from "./schedule-dialog";

export type FieldsProps = {
  draft: Draft;
  faults: readonly Faulty[];
  choices: Choices;
  now: Date;
  onChange: (part: Partial<Draft>) => void;
};

export function ScheduleFields({ draft, faults, choices, now, onChange }: FieldsProps) {
  const t = useTranslations("schedules");
  const preset = useTranslations("reports.preset");
  const errorOf = (field: Faulty) => faults.includes(field) && t(`fault.${field}`);

  return (
    <>
      <div data-field="name">
        <Field label={t("name")} error={errorOf("name")} required>
          <Input
            value={draft.name}
            maxLength={longestName}
            autoComplete="off"
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <div data-field="layoutId" className="min-w-0">
          <Field label={t("layout")} error={errorOf("layoutId")}>
            <Select
              items={[{ value: stock, label: t("stock") }, ...choices.layouts]}
              value={draft.layout}
              placeholder={t("choose-layout")}
              onChange={(layout) => onChange({ layout })}
            />
          </Field>
        </div>
        <Field label={t("days-of")}>
          <Select
            items={presets.map((value) => ({ value, label: preset(value) }))}
            value={draft.preset}
            onChange={(value) => onChange({ preset: value })}
          />
        </Field>
        <Field label={t("format")}>
          <Select
            items={exportFormats.map((value) => ({ value, label: t(`formats.${value}`) }))}
            value={draft.format}
            onChange={(format) => onChange({ format })}
          />
        </Field>
      </div>
      <RhythmFields draft={draft} faults={faults} zones={choices.zones} now={now} onChange={onChange} />
      <div data-field="recipients">
        <Field
          label={t("recipients")}
          description={t("recipients-text")}
          error={errorOf("recipients")}
          required
        >
          <Textarea
            rows={2}
            value={draft.recipients}
            spellCheck={false}
            onChange={(event) => onChange({ recipients: event.target.value })}
          />
        </Field>
      </div>
      <div data-field="subject">
        <Field
          label={t("subject")}
          hint={t("optional")}
          description={t("subject-text")}
          error={errorOf("subject")}
        >
          <Input
            value={draft.subject}
            maxLength={longestSubject}
            placeholder={`${draft.name.trim() || t("name")}: ${rangeMark}`}
            autoComplete="off"
            onChange={(event) => onChange({ subject: event.target.value })}
          />
        </Field>
      </div>
    </>
  );
}
