"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { ForeseenReminders } from "@/lib/notices/remind";
import { StepDialog } from "../../_components/step-dialog";
import { useMoments } from "../../_components/use-moments";
import type { Counted } from "../../_components/use-preview";
import { remind } from "../../actions";

type Props = { id: string; name: string; counted: Counted; reminders: ForeseenReminders };

/** Tells those again who have not updated: how many of them at once, and how many were told too short ago. */
export function Remind({ id, name, counted, reminders }: Props) {
  const t = useTranslations("release.step.remind");
  const { reminded, later, quietUntil, reminderMinutes } = reminders;
  const moment = useMoments(counted);
  const inHours = reminderMinutes >= 120 && reminderMinutes % 60 === 0;
  const between = t(inHours ? "hours" : "minutes", {
    count: inHours ? reminderMinutes / 60 : reminderMinutes,
  });

  return (
    <StepDialog
      trigger={<Button>{t("button")}</Button>}
      title={t("title", { name })}
      text={[
        t(quietUntil === null ? "at-once" : "after-quiet", { count: reminded, at: moment(quietUntil) }),
        ...(later > 0 ? [t("later", { count: later, between })] : []),
        t("sign-in"),
      ].join(" ")}
      verb={t("verb")}
      done={t("done", { name })}
      run={(reason) => remind({ id, ...(reason !== undefined && { reason }) })}
    />
  );
}
