"use client";

import { useState, useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatBytes } from "@/components/ui/bytes";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import type { LogRow } from "@/lib/logs/row";
import { cancelLogRequest, deleteLog } from "../actions";

export type Deed = "cancel" | "delete";

type Props = { deed: Deed; row: LogRow; onClose: () => void; onDone: () => void };

const run = { cancel: cancelLogRequest, delete: deleteLog };

/** Asks before a request is taken back or a log deleted, with what that comes to. */
export function ConfirmDeed({ deed, row, onClose, onDone }: Props) {
  const t = useTranslations(`logs.${deed}`);
  const stillOpen = useTranslations("logs.delete")("still-open", { name: row.name });
  const problem = useTranslations("problem");
  const locale = useLocale();
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const isOpen = row.endedAt === null;
  const words = { name: row.name, lines: row.lines, size: formatBytes(row.bytes, locale) };

  const confirm = () =>
    startTransition(async () => {
      const result = await reached(run[deed]({ id: row.id }));
      // What somebody else has ended or deleted meanwhile is done.
      if (!result.ok && result.code !== "not-found") return setFailed(result.code);
      toast({ title: t("done"), description: t("done-text", words) });
      onClose();
      onDone();
    });

  return (
    <Dialog
      alert
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", words)}
      description={t(row.lines === 0 ? "nothing" : "consequence", words)}
      actions={
        <>
          <DialogClose render={<Button>{t("back")}</Button>} />
          <Button variant="dangerSolid" pending={pending} onClick={confirm}>
            {t("verb")}
          </Button>
        </>
      }
    >
      {(failed || (deed === "delete" && isOpen)) && (
        <div className="flex flex-col gap-3">
          {failed && <Alert live title={problem(failed)} />}
          {deed === "delete" && isOpen && <Alert tone="warn" title={stillOpen} />}
        </div>
      )}
    </Dialog>
  );
}
