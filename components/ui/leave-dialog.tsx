"use client";

import { useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { Dialog, DialogClose } from "./dialog";
import { useLeaveGuard } from "./leave-guard";

/** Asks before a page with unsaved changes is left; `unsaved` is how many there are. */
export function LeaveDialog({ unsaved }: { unsaved: number }) {
  const t = useTranslations("ui.leave");
  const [go, setGo] = useState<() => void>();
  const ask = useCallback((next: () => void) => setGo(() => next), []);
  useLeaveGuard(unsaved > 0 && go === undefined, ask);

  return (
    <Dialog
      alert
      open={go !== undefined}
      onOpenChange={(open) => open || setGo(undefined)}
      title={t("title")}
      description={t("text", { count: unsaved })}
      actions={
        <>
          <DialogClose render={<Button>{t("stay")}</Button>} />
          <Button variant="danger" onClick={go}>
            {t("leave")}
          </Button>
        </>
      }
    />
  );
}
