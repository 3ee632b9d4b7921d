"use client";

import { useTranslations } from "use-intl";
import { ChoiceCards } from "@/components/ui/choice-cards";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { DraftText } from "./draft-text";
import type { DraftForm } from "./use-draft";

/** The one choice that matters, which build it is, and what people read of it. */
export function PartWhat({ form }: { form: DraftForm }) {
  const t = useTranslations("release.form");
  const { draft, set, errors } = form;
  return (
    <>
      <ChoiceCards
        label={t("kind")}
        name="kind"
        value={draft.kind}
        onChange={(kind) => set("kind", kind)}
        choices={[
          {
            value: "recommended",
            label: t("recommended"),
            text: t(`recommended-text.${draft.distribution}`),
          },
          { value: "mandatory", label: t("mandatory"), text: t("mandatory-text") },
        ]}
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <DraftText
          form={form}
          name="version"
          label={t("version")}
          required
          input={{ placeholder: "2.18.0" }}
        />
        <DraftText form={form} name="build" label={t("build")} hint={t("optional")} />
        <DraftText
          form={form}
          name="minimumOs"
          label={t(`minimum-os.${draft.channel}`)}
          hint={t("optional")}
          input={{ placeholder: draft.channel === "desktop" ? "Windows 10" : "15.0" }}
        />
      </div>
      <Field label={t("notes")} description={t("notes-text")} error={errors.notes} required>
        <Textarea
          name="notes"
          rows={3}
          value={draft.notes}
          onChange={(event) => set("notes", event.target.value)}
        />
      </Field>
    </>
  );
}
