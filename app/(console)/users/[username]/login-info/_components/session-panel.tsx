"use client";

import { Link2 } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { DesktopIcon } from "@/components/ui/desktop-icon";
import { formatMoment, formatMomentBeside } from "@/components/ui/moment";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { SidePanel } from "@/components/ui/side-panel";
import { useToast } from "@/components/ui/toast";
import type { HistoryRow } from "./history-row";
import { SessionFacts } from "./session-facts";
import { Times } from "./times";

type PanelProps = {
  /** The last one stays to be seen while the panel closes. */
  row: HistoryRow | null;
  open: boolean;
  now: string;
  link: (id: string) => string;
  onOpen: (id: string) => void;
  onClose: () => void;
};

/** Everything that the ledger keeps of one session. */
export function SessionPanel({ row, open, now, link, onOpen, onClose }: PanelProps) {
  const t = useTranslations("login-info");
  const close = useTranslations("ui")("close");
  const toast = useToast();
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC", now };
  if (!row) return null;

  async function copy(id: string) {
    if (await copyText(link(id))) toast({ title: t("panel.copied") });
    else toast({ tone: "danger", title: t("panel.not-copied") });
  }

  const span = [
    formatMoment(row.login, reader),
    row.logout === null ? t("still") : formatMomentBeside(row.logout, row.login, reader),
  ].join(" – ");
  const Icon = row.mobile ? PhoneIcon : DesktopIcon;

  return (
    <SidePanel
      open={open}
      onClose={onClose}
      title={row.app}
      description={span}
      closeLabel={close}
      icon={<Icon label={row.appName} />}
      returnTo={() => document.querySelector<HTMLElement>(`tr[data-row="${row.id}"]`)}
      actions={
        <Button onClick={() => copy(row.id)}>
          <Link2 aria-hidden className="size-3.5" />
          {t("panel.copy")}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <Times times={row.times} />
        {row.reportedLate && <Alert tone="notice" title={t("panel.late")} />}
        <SessionFacts row={row} now={now} onOpen={onOpen} />
      </div>
    </SidePanel>
  );
}
