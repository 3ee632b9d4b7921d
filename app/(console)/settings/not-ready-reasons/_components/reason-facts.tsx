import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import type { Reason } from "@/lib/reasons/queries";

export function KindBadge({ kind }: Pick<Reason, "kind">) {
  const t = useTranslations("reasons.kind");
  return <Badge tone={kind === "working" ? "accent" : "neutral"}>{t(kind)}</Badge>;
}

/** Whom it is offered to; where there are many teams, all of them on hover. */
export function TeamsOf({ reason: { teams }, className = "" }: { reason: Reason; className?: string }) {
  const t = useTranslations("reasons");
  const text = teams === null ? t("every-team") : teams.length === 0 ? t("no-team") : teams.join(", ");
  return (
    <p title={text} className={`truncate text-ink-2 ${className}`}>
      {text}
    </p>
  );
}
