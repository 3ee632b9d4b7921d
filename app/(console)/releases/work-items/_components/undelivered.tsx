import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { type Actor, can } from "@/lib/auth/actor";
import { failedMails } from "@/lib/mail/failed";
import { textsOf } from "../../../../_edges/texts";

const t = textsOf("work-items");

/** Mails about work items that nobody got: whoever waits for an answer learns so where they wait. */
export async function Undelivered({ actor }: { actor: Actor }) {
  if (!can(actor, "settings:read")) return null;
  const { items } = await failedMails(actor);
  const count = items.filter(({ code }) => code.startsWith("work-item")).length;
  if (count === 0) return null;
  return (
    <Alert
      tone="warn"
      title={t("undelivered", { count })}
      action={<ButtonLink href="/settings/mail">{t("undelivered-look")}</ButtonLink>}
    >
      {t("undelivered-text")}
    </Alert>
  );
}
