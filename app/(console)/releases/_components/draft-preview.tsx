"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Version } from "@/lib/releases/schema";
import { peopleOfDraft } from "../actions";
import { figureWordsOf } from "./draft-words";
import { EscalatedChoice } from "./escalated-choice";
import { confirmedAs } from "./figure-rows";
import { PreviewCard } from "./preview-card";
import type { DraftForm } from "./use-draft";
import { useEscalatedTitle } from "./use-escalated-title";
import { useLater } from "./use-moments";
import { usePreview } from "./use-preview";

/** What the draft would do as it stands in the form, saved or not. */
export function DraftPreview({ form, id }: { form: DraftForm; id: string | null }) {
  const t = useTranslations("release.preview");
  const { draft, timeZone } = form;
  const [escalated, setEscalated] = useState(false);
  const words = figureWordsOf(draft, timeZone);
  const becomes = escalated ? confirmedAs(words) : words;
  const escalates = words.escalatesAt !== null;
  const { input, counted, counting, failed } = usePreview(draft, {
    ...{ id, timeZone },
    escalated: escalated && escalates,
  });
  const later = useLater(counted);
  const isVersion = Version.safeParse(draft.version).success;
  const titled = useEscalatedTitle(counted);

  return (
    <PreviewCard
      title={escalated && escalates ? titled : later ? t("if-at", { at: later }) : t("if-now")}
      choice={
        escalates && <EscalatedChoice first={t("goes-out")} escalated={escalated} onChange={setEscalated} />
      }
      counted={counted}
      counting={counting}
      instead={
        input === null ? t(isVersion ? "not-countable" : "no-version") : failed ? t("failed") : t("counting")
      }
      words={becomes}
      people={async (figure) =>
        input ? peopleOfDraft({ draft: input, figure }) : { ok: false, code: "invalid-request" }
      }
    />
  );
}
