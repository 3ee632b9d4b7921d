"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { ArtifactDraft } from "./draft";
import type { DraftForm } from "./use-draft";

const columns = ["os", "arch", "url", "size", "sha512"] as const;
const examples = { os: "Windows", arch: "x64", url: "https://", size: "84213760", sha512: "" };
const none: ArtifactDraft = { os: "", arch: "", url: "", sha512: "", size: "" };

/** The files of a download, one a system, each with its checksum. */
export function ArtifactRows({ form }: { form: DraftForm }) {
  const t = useTranslations("release.form");
  const { artifacts } = form.draft;
  const change = (next: readonly ArtifactDraft[]) => form.set("artifacts", next);

  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{t("artifacts")}</legend>
      {artifacts.map((artifact, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: files have no other name, and rows never change places.
        <div key={place} className="grid grid-cols-2 gap-2 sm:grid-cols-[6rem_5rem_1fr_7rem_1fr_auto]">
          {columns.map((column) => (
            <Input
              key={column}
              aria-label={t("artifact", { field: t(`artifact-field.${column}`), number: place + 1 })}
              placeholder={examples[column] || t(`artifact-field.${column}`)}
              value={artifact[column]}
              spellCheck={false}
              onChange={(event) =>
                change(artifacts.with(place, { ...artifact, [column]: event.target.value }))
              }
            />
          ))}
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("remove-artifact", { number: place + 1 })}
            onClick={() => change(artifacts.toSpliced(place, 1))}
          >
            <X aria-hidden className="size-3.5" />
          </Button>
        </div>
      ))}
      {form.errors.artifacts && <p className="text-danger text-xs">{form.errors.artifacts}</p>}
      <div>
        <Button size="sm" onClick={() => change([...artifacts, none])}>
          <Plus aria-hidden className="size-3.5" />
          {t("add-artifact")}
        </Button>
      </div>
    </fieldset>
  );
}
