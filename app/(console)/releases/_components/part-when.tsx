"use client";

import { useTranslations } from "use-intl";
import { DraftMoment } from "./draft-moment";
import { DraftText } from "./draft-text";
import type { DraftForm } from "./use-draft";

/** When it goes out, and when a recommended one becomes mandatory by itself. */
export function PartWhen({ form }: { form: DraftForm }) {
  const t = useTranslations("release.form");
  const { draft, timeZone } = form;
  return (
    <div className="grid items-start gap-4 sm:grid-cols-3">
      <DraftMoment
        form={form}
        name="publishAt"
        label={t("publish-at")}
        hint={t("optional")}
        description={t(draft.publishAt === "" ? "publish-at-text" : "zone", { zone: timeZone })}
      />
      {draft.kind === "recommended" && (
        <DraftMoment
          form={form}
          name="escalateAt"
          label={t("escalate-at")}
          hint={t("optional")}
          description={t(draft.escalateAt === "" ? "escalate-at-text" : "zone", { zone: timeZone })}
        />
      )}
      {draft.kind === "recommended" && draft.escalateAt !== "" && (
        <DraftText
          form={form}
          name="escalateGraceMinutes"
          label={t("escalate-grace")}
          unit={t("minutes")}
          description={t("escalate-grace-text")}
        />
      )}
    </div>
  );
}
