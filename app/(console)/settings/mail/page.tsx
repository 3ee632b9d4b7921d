import { MailCheck } from "lucide-react";
import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/actor";
import { failedMails } from "@/lib/mail/failed";
import { pageSession } from "../../../_edges/actor";
import { textsOf } from "../../../_edges/texts";
import { FailedMailRow } from "./_components/failed-mail-row";
import { RetryMails } from "./_components/retry-mails";

const t = textsOf("settings.mails");

export const metadata: Metadata = { title: t("title") };

/** Whether mails go out, and those that never did. */
export default async function MailPage() {
  const { actor } = await pageSession("settings:read");
  const { server, waiting, total, items } = await failedMails(actor);
  const retries = server !== null && can(actor, "settings:write");
  const now = new Date().toISOString();

  return (
    <div className="flex max-w-[52rem] flex-col gap-4">
      {server === null && (
        <Alert tone="notice" title={t("off")}>
          {t("off-text")}
        </Alert>
      )}
      <Card flush>
        <CardHeader
          className="px-4.5 py-3"
          title={t("failed")}
          subtitle={server === null ? t("kept") : t("through", { ...server, waiting })}
          actions={retries && items.length > 1 && <RetryMails />}
        />
        {items.length === 0 ? (
          <EmptyState icon={<MailCheck />} title={t("empty")}>
            {t("empty-text")}
          </EmptyState>
        ) : (
          <ul aria-label={t("failed")} className="divide-y divide-line border-line border-t">
            {items.map((mail) => (
              <FailedMailRow key={mail.id} mail={mail} now={now} retries={retries} />
            ))}
          </ul>
        )}
        {items.length < total && (
          <p className="border-line border-t px-4.5 py-3 text-ink-2">
            {t("more", { count: items.length, total })}
          </p>
        )}
      </Card>
    </div>
  );
}
