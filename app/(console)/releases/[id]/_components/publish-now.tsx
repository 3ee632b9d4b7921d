"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { FigureWords } from "../../_components/figure-rows";
import { PublishDialog } from "../../_components/publish-dialog";
import { useConfirmed } from "../../_components/use-confirmed";

type Props = { id: string; revision: number; name: string; words: FigureWords };

/** A scheduled release goes out before its time. */
export function PublishNow({ id, revision, name, words }: Props) {
  const t = useTranslations("release.step");
  const problem = useTranslations("problem");
  const toast = useToast();
  const { frozen, ask, close } = useConfirmed(null);

  async function open() {
    const failed = await ask(id, { words, atOnce: true });
    if (failed) toast({ title: problem(failed), tone: "danger" });
  }

  return (
    <>
      <Button onClick={open}>{t("publish-now")}</Button>
      {frozen && (
        <PublishDialog
          atOnce
          id={id}
          revision={revision}
          name={name}
          counted={frozen}
          words={words}
          onRecount={open}
          onClose={close}
        />
      )}
    </>
  );
}
