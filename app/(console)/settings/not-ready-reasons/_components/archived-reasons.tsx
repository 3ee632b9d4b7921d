import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Reason } from "@/lib/reasons/queries";
import { KindBadge } from "./reason-facts";
import type { ReasonChange } from "./use-reason-change";

type ArchivedProps = { reasons: Reason[]; editable: boolean; change: ReasonChange };

/** What is offered no more, and stays what it was in reports. */
export function ArchivedReasons({ reasons, editable, change }: ArchivedProps) {
  const t = useTranslations("reasons");
  return (
    <section aria-labelledby="archived-title">
      <header className="mb-2">
        <h2 id="archived-title" className="font-semibold text-md">
          {t("archived")}
        </h2>
        <p className="text-ink-2">{t("archived-text")}</p>
      </header>
      <Card flush>
        <ul aria-label={t("archived")} className="divide-y divide-line">
          {reasons.map((reason) => (
            <li
              key={reason.id}
              className="grid min-h-11 grid-cols-[minmax(0,1fr)_8rem_auto] items-center gap-x-4 py-1.5 pr-2.5 pl-4.5"
            >
              <span className="text-ink-2 [overflow-wrap:anywhere]">{reason.name}</span>
              <span>
                <KindBadge kind={reason.kind} />
              </span>
              {editable && (
                <Button
                  size="sm"
                  aria-label={t("restore-name", { name: reason.name })}
                  onClick={() => change.restore(reason)}
                >
                  {t("restore")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
