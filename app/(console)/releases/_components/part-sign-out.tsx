"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { DraftMoment } from "./draft-moment";
import { DraftText } from "./draft-text";
import type { DraftForm } from "./use-draft";

const modes = ["waves", "at_once", "next_sign_out"] as const;

/** How whoever does not update is signed out: never in the middle of a call, unless a limit says so. */
export function PartSignOut({ form }: { form: DraftForm }) {
  const t = useTranslations("release.form");
  const { draft, set, timeZone } = form;
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <DraftText
          form={form}
          name="graceMinutes"
          label={t("grace")}
          unit={t("minutes")}
          description={t("grace-text")}
        />
        <DraftText
          form={form}
          name="hardLimitMinutes"
          label={t("hard-limit")}
          unit={t("minutes")}
          description={t(draft.hardLimitMinutes.trim() === "" ? "no-limit-text" : "hard-limit-text")}
        />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t("mode")} description={t(`mode-text.${draft.mode}`)}>
          <Select
            items={modes.map((mode) => ({ value: mode, label: t(`mode-name.${mode}`) }))}
            value={draft.mode}
            onChange={(mode) => set("mode", mode)}
          />
        </Field>
        {draft.mode === "waves" && (
          <div className="grid grid-cols-2 gap-4">
            <DraftText form={form} name="wavePercent" label={t("wave-share")} unit={t("of-a-team")} />
            <DraftText form={form} name="waveMinutes" label={t("wave-every")} unit={t("minutes")} />
          </div>
        )}
        {draft.mode === "next_sign_out" && (
          <DraftMoment
            form={form}
            name="by"
            label={t("by")}
            required
            description={t("zone", { zone: timeZone })}
          />
        )}
      </div>
    </>
  );
}
