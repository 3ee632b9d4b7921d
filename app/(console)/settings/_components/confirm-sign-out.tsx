import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useSettingWords } from "./use-setting-words";

type ConfirmProps = {
  /** How many phones; undefined while nothing is asked. */
  count: number | undefined;
  limitSeconds: number;
  onCancel: () => void;
  onConfirm: () => void;
};

export function ConfirmSignOut({ count, limitSeconds, onCancel, onConfirm }: ConfirmProps) {
  const t = useTranslations("settings.confirm");
  const cancel = useTranslations("ui")("cancel");
  const words = useSettingWords();
  const figure = { count: count ?? 0 };
  return (
    <Dialog
      alert
      open={count !== undefined}
      onOpenChange={(open) => open || onCancel()}
      title={t("title", figure)}
      description={t("text", { ...figure, limit: words.textOf("mobileInactivitySeconds", limitSeconds) })}
      actions={
        <>
          <DialogClose render={<Button>{cancel}</Button>} />
          <Button variant="dangerSolid" onClick={onConfirm}>
            {t("verb", figure)}
          </Button>
        </>
      }
    />
  );
}
