"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { SearchPicker } from "@/components/ui/search-picker";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { LogConsent, LogLevel } from "@/prisma/generated/enums";
import { findPeople } from "../../_components/find-people";
import { type Draft, type Faulty, lengths, sizes } from "./draft";

type Props = {
  draft: Draft;
  faults: readonly Faulty[];
  allowed: LogConsent | "either";
  /** The person is to be chosen, too. */
  picks: boolean;
  onChange: (change: Partial<Draft>) => void;
};

export function RequestFields({ draft, faults, allowed, picks, onChange }: Props) {
  const t = useTranslations("logs.ask");
  const { whose } = draft;
  const fault = (field: Faulty) => faults.includes(field) && t(`fault.${field}`);

  return (
    <>
      {picks && (
        <div data-field="username">
          <Field label={t("person")} error={fault("username")} required>
            <SearchPicker
              placeholder={whose ? whose.name : t("find-person")}
              none={t("no-person")}
              search={findPeople}
              onPick={({ id, label }) =>
                onChange({ whose: { username: id, name: label, session: null }, scope: "any" })
              }
            />
          </Field>
          {whose && (
            <p role="status" className="mt-1 text-ink-2 text-xs">
              {t("picked", { name: whose.name, username: whose.username })}
            </p>
          )}
        </div>
      )}
      <div data-field="reason">
        <Field label={t("reason")} description={t("reason-text")} error={fault("reason")} required>
          <Textarea
            rows={2}
            maxLength={500}
            value={draft.reason}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t("level")} className="sm:col-span-3">
          <Select
            items={Object.values(LogLevel).map((value) => ({ value, label: t(`levels.${value}`) }))}
            value={draft.level}
            onChange={(level) => onChange({ level })}
          />
        </Field>
        <Field label={t("length")}>
          <Select
            items={lengths.map((value) => ({ value: String(value), label: t("minutes", { value }) }))}
            value={String(draft.minutes)}
            onChange={(value) =>
              onChange({ minutes: lengths.find((one) => String(one) === value) ?? draft.minutes })
            }
          />
        </Field>
        <Field label={t("size")}>
          <Select
            items={sizes.map((value) => ({ value: String(value), label: t("megabytes", { value }) }))}
            value={String(draft.megabytes)}
            onChange={(value) =>
              onChange({ megabytes: sizes.find((one) => String(one) === value) ?? draft.megabytes })
            }
          />
        </Field>
        <div data-field="ticket">
          <Field label={t("ticket")} hint={t("optional")} error={fault("ticket")}>
            <Input
              maxLength={64}
              value={draft.ticket}
              onChange={(event) => onChange({ ticket: event.target.value })}
            />
          </Field>
        </div>
      </div>
      {whose?.session && (
        <RadioGroup
          label={t("scope")}
          name="scope"
          value={draft.scope}
          onChange={(scope) => onChange({ scope })}
          options={[
            { value: "any", label: t("scope-any"), description: t("scope-any-text") },
            {
              value: "session",
              label: t("scope-session", { app: whose.session.app }),
              description: t("scope-session-text"),
            },
          ]}
        />
      )}
      {allowed === "either" ? (
        <RadioGroup
          label={t("consent")}
          name="consent"
          value={draft.consent}
          onChange={(consent) => onChange({ consent })}
          options={Object.values(LogConsent).map((value) => ({
            value,
            label: t(`consent-${value}`),
            description: t(`consent-${value}-text`),
          }))}
        />
      ) : (
        <p className="text-ink-2">{t(`consent-${allowed}-text`)}</p>
      )}
    </>
  );
}
