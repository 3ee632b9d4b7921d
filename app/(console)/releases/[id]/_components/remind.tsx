"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Button } from "@/components/ui/button";
import type { ForeseenReminders } from "@/lib/notices/remind";
import { FigureRow } from "../../_components/figure-row";
import { PeoplePanel } from "../../_components/people-panel";
import { StepDialog } from "../../_components/step-dialog";
import { useMoments } from "../../_components/use-moments";
import { usePeople } from "../../_components/use-people";
import { countReminders, peopleReminded, remind } from "../../actions";

/** Tells those again who have not updated: whom of them at once, and who was told too short ago. */
export function Remind({ id, name }: { id: string; name: string }) {
  const t = useTranslations("release.step.remind");
  const preview = useTranslations("release.preview");
  const [counted, setCounted] = useState<ForeseenReminders | "failed" | null>(null);
  const { opened, open, close } = usePeople((which: "reminded" | "later") => peopleReminded({ id, which }));
  const title = { reminded: t("reminded"), later: t("later-title") };

  async function count() {
    setCounted(null);
    const result = await reached(countReminders({ id }));
    setCounted(result.ok ? result.value : "failed");
  }

  return (
    <StepDialog
      trigger={<Button>{t("button")}</Button>}
      title={t("title", { name })}
      text={t("sign-in")}
      verb={t("verb")}
      done={t("done", { name })}
      onOpen={() => void count()}
      run={(reason) => remind({ id, ...(reason !== undefined && { reason }) })}
    >
      {counted === null || counted === "failed" ? (
        <p className="text-ink-2">{preview(counted === null ? "counting" : "not-counted")}</p>
      ) : (
        <Figures counted={counted} title={title} onOpen={open} />
      )}
      <PeoplePanel title={opened ? title[opened.figure] : ""} opened={opened} onClose={close} />
    </StepDialog>
  );
}

type FiguresProps = {
  counted: ForeseenReminders;
  title: Record<"reminded" | "later", string>;
  onOpen: (which: "reminded" | "later") => void;
};

function Figures({ counted, title, onOpen }: FiguresProps) {
  const t = useTranslations("release.step.remind");
  const moment = useMoments(counted);
  const { reminded, later, quietUntil, reminderMinutes } = counted;
  const inHours = reminderMinutes >= 120 && reminderMinutes % 60 === 0;
  const between = t(inHours ? "hours" : "minutes", {
    count: inHours ? reminderMinutes / 60 : reminderMinutes,
  });
  return (
    <ul className="divide-y divide-line border-line border-y">
      <FigureRow name="reminded" count={reminded} title={title.reminded} onOpen={() => onOpen("reminded")}>
        {reminded > 0 && (
          <span className="text-ink-2 text-xs">
            {t(quietUntil === null ? "at-once" : "after-quiet", { at: moment(quietUntil) })}
          </span>
        )}
      </FigureRow>
      <FigureRow name="later" count={later} title={title.later} onOpen={() => onOpen("later")}>
        {later > 0 && <span className="text-ink-2 text-xs">{t("later", { between })}</span>}
      </FigureRow>
    </ul>
  );
}
