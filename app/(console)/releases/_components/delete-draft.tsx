"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import type { Channel } from "@/prisma/generated/enums";
import { deleteDraft } from "../actions";

/** Throws a draft away: nobody was told of it. */
export function DeleteDraft({ id, name, channel }: { id: string; name: string; channel: Channel }) {
  const t = useTranslations("release.delete");
  const problem = useTranslations("problem");
  const cancel = useTranslations("ui")("cancel");
  const router = useRouter();
  const toast = useToast();
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();

  function remove() {
    startTransition(async () => {
      const result = await reached(deleteDraft({ id }));
      if (!result.ok) return setFailed(result.code);
      toast({ title: t("done", { name }) });
      router.push(`/releases?channel=${channel}` as Route);
    });
  }

  return (
    <Dialog
      alert
      trigger={<Button variant="ghost">{t("button")}</Button>}
      title={t("title", { name })}
      description={t("text")}
      actions={
        <>
          <DialogClose render={<Button>{cancel}</Button>} />
          <Button variant="dangerSolid" pending={pending} onClick={remove}>
            {t("verb")}
          </Button>
        </>
      }
    >
      {failed && <Alert live title={problem(failed)} />}
    </Dialog>
  );
}
