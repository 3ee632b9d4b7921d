"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { FigureWords } from "../../_components/figure-rows";
import { PublishDialog } from "../../_components/publish-dialog";
import { useConfirmed } from "../../_components/use-confirmed";
import { Escalate, type Escalated } from "./escalate";

type Props = { id: string; revision: number; name: string; words: FigureWords; was: number; is: number };

/** A release that was due and would sign out far more people than somebody confirmed: it waits, and asks here. */
export function HeldAlert({ id, revision, name, words, was, is }: Props) {
  const t = useTranslations("release.held");
  const problem = useTranslations("problem");
  const { frozen, failed, ask, close } = useConfirmed(null);
  return (
    <>
      <Alert
        tone="warn"
        title={t("title")}
        action={
          <Button variant="primary" onClick={() => ask(id, { words })}>
            {t("button")}
          </Button>
        }
      >
        {failed ? problem(failed) : t("text", { was, is })}
      </Alert>
      {frozen && (
        <PublishDialog
          id={id}
          revision={revision}
          name={name}
          counted={frozen}
          words={words}
          onRecount={() => ask(id, { words })}
          onClose={close}
        />
      )}
    </>
  );
}

type HeldEscalationProps = Pick<Props, "words" | "was" | "is"> & {
  release: Escalated;
  timeZone: string;
  /** Its moment came while it was paused; else far more would be signed out than somebody confirmed. */
  wasPaused: boolean;
};

/** The same of one that was to become mandatory. */
export function HeldEscalation({ was, is, wasPaused, ...given }: HeldEscalationProps) {
  const t = useTranslations("release.held");
  return (
    <Alert
      tone="warn"
      title={t("title")}
      action={<Escalate trigger={<Button variant="primary">{t("escalate")}</Button>} {...given} />}
    >
      {t(wasPaused ? "escalate-paused" : "escalate-text", { was, is })}
    </Alert>
  );
}
