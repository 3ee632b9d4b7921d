"use client";

import { useLocale, useTranslations } from "use-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { countFormat, percentFormat } from "@/components/ui/formats";
import type { Funnel, FunnelStep } from "@/lib/releases/funnel";
import { PeoplePanel } from "../../_components/people-panel";
import { usePeople } from "../../_components/use-people";
import { peopleOfStep } from "../../actions";

const steps = ["owed", "delivered", "seen", "acknowledged", "signedOut", "updated"] as const;

type Props = { id: string; funnel: Readonly<Funnel>; mandatory: boolean };

/** How far people got, from owing it to coming back on it; each figure opens the people behind it. */
export function FunnelCard({ id, funnel, mandatory }: Props) {
  const t = useTranslations("release.funnel");
  const locale = useLocale();
  const { opened, open, close } = usePeople((step: FunnelStep) => peopleOfStep({ id, step }));
  const shown = steps.filter((step) => mandatory || step !== "signedOut" || funnel.signedOut > 0);
  const share = (count: number) => (funnel.owed === 0 ? 0 : count / funnel.owed);

  return (
    <Card flush>
      <CardHeader className="p-4.5 pb-3" title={t("title")} subtitle={t("subtitle")} />
      <ul className="grid grid-cols-2 border-line border-t sm:grid-cols-3 xl:auto-cols-fr xl:grid-flow-col xl:grid-cols-none xl:divide-x xl:divide-line">
        {shown.map((step) => {
          const count = funnel[step];
          const content = (
            <>
              <span className="num block font-semibold text-lg">{countFormat(locale).format(count)}</span>
              <span className="block font-medium">{t(`step.${step}`)}</span>
              <span className="num block text-ink-2 text-xs">
                {step === "owed" ? t("people") : percentFormat(locale).format(share(count))}
              </span>
              <span aria-hidden className="mt-2 block h-1 overflow-hidden rounded-full bg-chip">
                <span className="block h-full bg-accent" style={{ width: `${share(count) * 100}%` }} />
              </span>
            </>
          );
          return (
            <li key={step} data-step={step}>
              {count > 0 ? (
                <button
                  type="button"
                  onClick={() => open(step)}
                  className="flex h-full w-full flex-col px-4.5 py-3 text-left hover:bg-hover focus-visible:-outline-offset-2"
                >
                  {content}
                </button>
              ) : (
                <div className="px-4.5 py-3 text-ink-2">{content}</div>
              )}
            </li>
          );
        })}
      </ul>
      <PeoplePanel title={opened ? t(`step.${opened.figure}`) : ""} opened={opened} onClose={close} />
    </Card>
  );
}
