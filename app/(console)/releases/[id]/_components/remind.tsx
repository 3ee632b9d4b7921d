"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { ForeseenReminders } from "@/lib/notices/remind";
import { FigureRow } from "../../_components/figure-row";
import { PeoplePanel } from "../../_components/people-panel";
import { StepDialog } from "../../_components/step-dialog";
import { useMoments } from "../../_components/use-moments";
import { usePeople } from "../../_components/use-people";
import type { Counted } from "../../_components/use-preview";
import { peopleReminded, remind } from "../../actions";

type Props = { id: string; name: string; counted: Counted; reminders: ForeseenReminders };

/** Tells those again who have not updated: whom of them at once, and who was told too short ago. */
export function Remind({ id, name, counted, reminders }: Props) {
  const t = useTranslations("release.step.remind");
  const { reminded, later, quietUntil, reminderMinutes } = reminders;
  const moment = useMoments(counted);
  const inHours = reminderMinutes >= 120 && reminderMinutes % 60 === 0;
  const between = t(inHours ? "hours" : "minutes", {
    count: inHours ? reminderMinutes / 60 : reminderMinutes,
  });

  const { opened, open, close } = usePeople((which: "reminded" | "later") => peopleReminded({ id, which }));
  const title = { reminded: t("reminded"), later: t("later-title") };

  return (
    <StepDialog
      trigger={<Button>{t("button")}</Button>}
      title={t("title", { name })}
      text={t("sign-in")}
      verb={t("verb")}
      done={t("done", { name })}
      run={(reason) => remind({ id, ...(reason !== undefined && { reason }) })}
    >
      <ul className="divide-y divide-line border-line border-y">
        <FigureRow name="reminded" count={reminded} title={title.reminded} onOpen={() => open("reminded")}>
          <span className="text-ink-2 text-xs">
            {t(quietUntil === null ? "at-once" : "after-quiet", { at: moment(quietUntil) })}
          </span>
        </FigureRow>
        <FigureRow name="later" count={later} title={title.later} onOpen={() => open("later")}>
          <span className="text-ink-2 text-xs">{t("later", { between })}</span>
        </FigureRow>
      </ul>
      <PeoplePanel title={opened ? title[opened.figure] : ""} opened={opened} onClose={close} />
    </StepDialog>
  );
}
