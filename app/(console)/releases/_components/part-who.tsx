"use client";

import { useTranslations } from "use-intl";
import { ComboboxMany } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { DraftText } from "./draft-text";
import { PeopleField } from "./people-field";
import type { DraftForm } from "./use-draft";

/** Whom it is offered to: a share of everybody, named teams and people before it, and some never. */
export function PartWho({ form, teams }: { form: DraftForm; teams: readonly string[] }) {
  const t = useTranslations("release.form");
  const { draft, set, errors } = form;
  const items = teams.map((name) => ({ value: name, label: name }));
  const teamPicker = (key: "teams" | "excludeTeams") => (
    <Field label={t(key)} error={errors[key]} hint={t("optional")}>
      <ComboboxMany
        items={items}
        values={draft[key]}
        onChange={(names) => set(key, names)}
        none={t("no-teams")}
        searchLabel={t("find-team")}
        noMatch={t("no-team")}
      />
    </Field>
  );
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <DraftText form={form} name="stagePercent" label={t("share")} unit={t("of-everybody")} />
        {teamPicker("teams")}
        {teamPicker("excludeTeams")}
      </div>
      <p className="-mt-2 text-ink-3 text-xs">{t("share-text")}</p>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <PeopleField
          label={t("users")}
          people={draft.users}
          error={errors.users}
          onChange={(people) => set("users", people)}
        />
        <PeopleField
          label={t("excludeUsers")}
          people={draft.excludeUsers}
          error={errors.excludeUsers}
          onChange={(people) => set("excludeUsers", people)}
        />
      </div>
    </>
  );
}
