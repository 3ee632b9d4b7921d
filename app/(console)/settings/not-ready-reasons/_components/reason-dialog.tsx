import { Pencil, Plus } from "lucide-react";
import { type ReactElement, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { Reason } from "@/lib/reasons/queries";
import { ReasonForm } from "./reason-form";

/** Adds a reason, or changes the one that is given. */
export function ReasonDialog({ reason, teams }: { reason?: Reason; teams: string[] }) {
  const t = useTranslations("reasons");
  const cancel = useTranslations("ui")("cancel");
  const form = useId();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);

  const trigger: ReactElement = reason ? (
    <Button variant="ghost" size="icon" aria-label={t("edit-name", { name: reason.name })}>
      <Pencil aria-hidden className="size-3.5" />
    </Button>
  ) : (
    <Button variant="primary">
      <Plus aria-hidden className="size-3.5" />
      {t("add")}
    </Button>
  );

  return (
    <Dialog
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
      title={reason ? t("edit-title", { name: reason.name }) : t("add-title")}
      description={reason ? t("edit-text") : t("add-text")}
      actions={
        <>
          <DialogClose render={<Button>{cancel}</Button>} />
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {reason ? t("save") : t("add")}
          </Button>
        </>
      }
    >
      <ReasonForm
        id={form}
        reason={reason}
        teams={teams}
        pending={pending}
        onPending={setPending}
        onDone={() => setOpen(false)}
      />
    </Dialog>
  );
}
