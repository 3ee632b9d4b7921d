"use client";

import { useTranslations } from "use-intl";
import { peopleOfDraft } from "../actions";
import { figureWordsOf } from "./draft-words";
import { PreviewCard } from "./preview-card";
import type { DraftForm } from "./use-draft";
import { useLater } from "./use-moments";
import { usePreview } from "./use-preview";

/** What the draft would do as it stands in the form, saved or not. */
export function DraftPreview({ form, id }: { form: DraftForm; id: string | null }) {
  const t = useTranslations("release.preview");
  const { draft, timeZone } = form;
  const { input, counted, counting, failed } = usePreview(draft, id, timeZone);
  const later = useLater(counted);

  return (
    <PreviewCard
      title={later ? t("if-at", { at: later }) : t("if-now")}
      counted={counted}
      counting={counting}
      instead={input === null ? t("no-version") : failed ? t("failed") : t("counting")}
      words={figureWordsOf(draft, timeZone)}
      people={async (figure) =>
        input ? peopleOfDraft({ draft: input, figure }) : { ok: false, code: "invalid-request" }
      }
    />
  );
}
