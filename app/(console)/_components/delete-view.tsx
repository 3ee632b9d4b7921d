"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ErrorCode } from "@/lib/errors";
import type { ListedLayout } from "@/lib/layouts/queries";
import type { ViewChange } from "./use-view-change";

type Props = { view: ListedLayout; change: ViewChange; onClose: () => void };

/** Asks before a view is deleted: others may use it. */
export function DeleteView({ view, change, onClose }: Props) {
  const t = useTranslations("views");
  const problem = useTranslations("problem");
  const cancel = useTranslations("ui")("cancel");
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();

  const confirm = () =>
    startTransition(async () => {
      const refused = await change.remove();
      if (refused) setFailed(refused);
      else onClose();
    });

  return (
    <Dialog
      alert
      open
      onOpenChange={(open) => open || onClose()}
      size="sm"
      title={t("delete-title", { name: view.name })}
      description={t(view.audience.kind === "personal" ? "delete-personal" : "delete-shared")}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button variant="dangerSolid" pending={pending} onClick={confirm}>
            {t("delete-verb")}
          </Button>
        </>
      }
    >
      {failed && <Alert live title={problem(failed)} />}
    </Dialog>
  );
}
