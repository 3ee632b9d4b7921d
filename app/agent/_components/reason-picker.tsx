import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { largeField } from "./large";

type ReasonPickerProps = { trigger: ReactElement; onPick: (reason?: string) => void };

const reasons = ["break", "lunch", "training"] as const;
const longestReason = 64;

/** Asks why before Not Ready, so that no time without a reason comes first. */
export function ReasonPicker({ trigger, onPick }: ReasonPickerProps) {
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
      onOpenChange={setOpen}
      trigger={trigger}
      size="sm"
      title={t("title")}
      description={t("text")}
      closeLabel={close}
    >
      <div className="grid grid-cols-2 gap-2 pb-4">
        {reasons.map((reason) => (
          <Button key={reason} className="h-12! rounded-lg! text-md" onClick={() => pick(t(reason))}>
            {t(reason)}
          </Button>
        ))}
        <Button className="h-12! rounded-lg! text-md" onClick={() => pick()}>
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
