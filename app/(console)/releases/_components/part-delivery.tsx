"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { Distribution } from "@/prisma/generated/enums";
import { ArtifactRows } from "./artifact-rows";
import { signsOut } from "./draft";
import { DraftText } from "./draft-text";
import type { DraftForm } from "./use-draft";

const ways = {
  ios: ["store", "download"],
  android: ["store", "download"],
  desktop: ["reload", "download", "store"],
} as const satisfies Record<string, readonly Distribution[]>;

/** How people get it: from a store that is to have it first, as a download, or by loading the page anew. */
export function PartDelivery({ form }: { form: DraftForm }) {
  const t = useTranslations("release.form");
  const { draft, set } = form;
  const { distribution, channel } = draft;
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Field label={t("distribution")}>
          <Select
            items={ways[channel].map((way) => ({ value: way, label: t(`way.${way}`) }))}
            value={distribution}
            onChange={(way) => set("distribution", way)}
          />
        </Field>
        {distribution === "reload" ? (
          <p className="self-end pb-1.5 text-ink-2 sm:col-span-2">{t("reload-text")}</p>
        ) : (
          <div className="sm:col-span-2">
            <DraftText
              form={form}
              name="storeUrl"
              label={t(distribution === "store" ? "store-link" : "download-link")}
              required={distribution === "store"}
              input={{ inputMode: "url", className: "font-mono text-xs", placeholder: "https://" }}
            />
          </div>
        )}
      </div>
      {distribution === "store" && (
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <div className="sm:col-span-2">
            <Switch
              label={t("in-store")}
              description={t(signsOut(draft) ? "in-store-mandatory" : "in-store-recommended")}
              checked={draft.inStore}
              onChange={(inStore) => set("inStore", inStore)}
            />
          </div>
          <DraftText form={form} name="holdHours" label={t("hold")} unit={t("hours")} />
        </div>
      )}
      {distribution === "download" && <ArtifactRows form={form} />}
    </>
  );
}
