"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { FigureWords } from "../../_components/figure-rows";
import { PublishDialog } from "../../_components/publish-dialog";
import { usePublishing } from "../../_components/use-publishing";
import { Escalate } from "./escalate";

type Props = { id: string; name: string; words: FigureWords; was: number; is: number };

/** A release that was due and would sign out far more people than somebody confirmed: it waits, and asks here. */
export function HeldAlert({ id, name, words, was, is }: Props) {
  const t = useTranslations("release.held");
  const problem = useTranslations("problem");
  const { frozen, failed, ask, close } = usePublishing(null);
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

type HeldEscalationProps = Props & { timeZone: string };

/** The same of one that was to become mandatory. */
export function HeldEscalation({ was, is, ...given }: HeldEscalationProps) {
  const t = useTranslations("release.held");
  return (
    <Alert
      tone="warn"
      title={t("title")}
      action={<Escalate trigger={<Button variant="primary">{t("escalate")}</Button>} {...given} />}
    >
      {t("escalate-text", { was, is })}
    </Alert>
  );
}
