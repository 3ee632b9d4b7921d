import clsx from "clsx";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { largeField } from "./large";

type ReasonPickerProps = {
  trigger: ReactElement;
  /** What the centre offers, in its order. */
  reasons: readonly string[];
  onOpen: () => void;
  onPick: (reason?: string) => void;
};

const large = "h-auto! min-h-12 rounded-lg! px-3! py-2 text-md whitespace-normal! [overflow-wrap:anywhere]";
const longestReason = 64;

/** Asks why before Not Ready, so that no time without a reason comes first. */
export function ReasonPicker({ trigger, reasons, onOpen, onPick }: ReasonPickerProps) {
  const t = useTranslations("agent.reason");
  const close = useTranslations("ui")("close");
  const [open, setOpen] = useState(false);

  function pick(reason?: string) {
    setOpen(false);
    onPick(reason);
  }

  function pickOwn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const own = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    if (own) pick(own);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) onOpen();
      }}
      trigger={trigger}
      size="sm"
      title={t("title")}
      description={t("text")}
      closeLabel={close}
    >
      <div className="grid grid-cols-2 gap-2 pb-4">
        {reasons.map((reason) => (
          <Button key={reason} className={large} onClick={() => pick(reason)}>
            {reason}
          </Button>
        ))}
        <Button variant="ghost" className={clsx(large, "border-line!")} onClick={() => pick()}>
          {t("none")}
        </Button>
      </div>
      <form onSubmit={pickOwn} className="mb-2 flex items-end gap-2 border-line border-t pt-4">
        <Field label={t("own")} className="flex-1">
          <Input name="reason" maxLength={longestReason} autoComplete="off" className={largeField} />
        </Field>
        <Button type="submit" className="h-12! rounded-lg! px-5! text-md">
          {t("set")}
        </Button>
      </form>
    </Dialog>
  );
}
