"use client";

import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { formatExact } from "@/components/ui/moment";

export type Link = { url: string; expiresAt: Date };

type Props = { name: string; link: Link; open: boolean; onClose: () => void };

/** The link, shown this once, to be handed over. */
export function LinkMade({ name, link, open, onClose }: Props) {
  const t = useTranslations("reset-password");
  const ui = useTranslations("ui");
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  const until = formatExact(link.expiresAt.toISOString(), reader);
  return (
    <Dialog
      alert
      open={open}
      onOpenChange={(next) => next || onClose()}
      title={t("made", { name })}
      description={t("made-text", { name })}
      actions={<DialogClose render={<Button variant="primary">{t("close")}</Button>} />}
    >
      <CopyField
        label={t("link")}
        value={link.url}
        description={t("until", { until })}
        copyLabel={ui("copy")}
        copiedLabel={ui("copied")}
      />
    </Dialog>
  );
}
