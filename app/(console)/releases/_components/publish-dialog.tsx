"use client";

import { type FormEvent, useId, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import { peopleOfRelease, publish } from "../actions";
import { confirmedAs, FigureRows, type FigureWords } from "./figure-rows";
import { ReasonField } from "./reason-field";
import { isTyped, TypedVersion } from "./typed-version";
import { confirmedOf } from "./use-confirmed";
import { useMoments } from "./use-moments";
import type { Counted } from "./use-preview";

type Props = {
  id: string;
  revision: number;
  /** As it is written: `v2.18.0 (2.63102)`. */
  name: string;
  /** Whatever date it has. */
  atOnce?: boolean;
  counted: Counted;
  words: FigureWords;
  onClose: () => void;
  /** Counts anew after far more were found than were seen here. */
  onRecount: () => void;
};

/** Publishes what was saved: with the counts as they stood when this opened, and what signs people out by its typed version. */
export function PublishDialog(props: Props) {
  const { id, name, atOnce = false, counted, words, onClose, onRecount } = props;
  const t = useTranslations("release.publish");
  const problem = useTranslations("problem");
  const cancel = useTranslations("ui")("cancel");
  const toast = useToast();
  const form = useId();
  // As it was counted, whatever somebody else makes of it meanwhile.
  const [revision] = useState(props.revision);
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();
  const mandatory = words.kind === "mandatory";
  const becomes = confirmedAs(words);
  const signsOut = becomes.kind === "mandatory";
  const moment = useMoments(counted);
  const later = counted.outAt === null ? null : moment(counted.outAt);
  const turnsAt = words.escalatesAt === null ? null : moment(counted.at);
  const confirmed = !signsOut || isTyped(typed, { name, version: words.version });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending || !confirmed) return;
    startTransition(async () => {
      const result = await reached(
        publish({
          id,
          revision,
          ...(reason.trim() !== "" && { reason: reason.trim() }),
          ...(atOnce && { atOnce }),
          ...(signsOut && { counts: counted.counts, typedVersion: typed }),
        }),
      );
      if (!result.ok) return setFailed(result.code);
      toast({ title: t(result.value.status === "scheduled" ? "scheduled" : "done", { name }) });
      onClose();
    });
  }

  return (
    <Dialog
      alert
      open
      onOpenChange={(open) => open || onClose()}
      title={t(mandatory ? "title-mandatory" : "title", { name })}
      description={[
        later === null ? t("at-once") : t("at", { at: later }),
        turnsAt !== null ? t("becomes", { at: turnsAt }) : later === null ? t("now") : t("later"),
      ].join(" ")}
      actions={
        <>
          <DialogClose render={<Button>{cancel}</Button>} />
          <Button
            type="submit"
            form={form}
            variant={signsOut ? "dangerSolid" : "primary"}
            pending={pending}
            disabled={!confirmed}
          >
            {t(later !== null ? "schedule" : mandatory ? "verb-mandatory" : "verb")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {failed && (
          <Alert
            live
            title={problem(failed)}
            {...(failed === "counts-changed" && {
              action: (
                <Button size="sm" onClick={onRecount}>
                  {t("recount")}
                </Button>
              ),
            })}
          />
        )}
        <FigureRows
          counted={counted}
          words={becomes}
          people={(figure) => peopleOfRelease({ ...confirmedOf(id, { words, atOnce }), figure })}
        />
        {signsOut && <TypedVersion version={words.version} typed={typed} onChange={setTyped} />}
        <ReasonField reason={reason} onChange={setReason} />
      </form>
    </Dialog>
  );
}
