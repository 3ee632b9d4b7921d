"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fromLocal, toLocal } from "../../_components/local-time";
import { StepDialog } from "../../_components/step-dialog";
import { acknowledge } from "../actions";

type Props = {
  id: string;
  name: string;
  acknowledged: boolean;
  signOutAt: string | null;
  timeZone: string;
};

/** Takes a work item on, and moves the date of a mandatory one. */
export function AcknowledgeDialog({ id, name, acknowledged, signOutAt, timeZone }: Props) {
  const t = useTranslations("work-items");
  const was = toLocal(signOutAt === null ? null : new Date(signOutAt), timeZone);
  const [at, setAt] = useState(was);
  const moment = fromLocal(at, timeZone);
  return (
    <StepDialog
      trigger={
        <Button variant={acknowledged ? "secondary" : "primary"}>{t(acknowledged ? "move" : "take")}</Button>
      }
      title={t(acknowledged ? "move-title" : "take-title", { name })}
      text={t(signOutAt ? "take-mandatory" : "take-recommended")}
      verb={t(acknowledged ? "move-verb" : "take-verb")}
      done={t(acknowledged ? "moved" : "done", { name })}
      run={(note) =>
        acknowledge({
          id,
          ...(note !== undefined && { note }),
          ...(signOutAt && moment !== null && at !== was && { signOutAt: moment }),
        })
      }
    >
      {signOutAt && (
        <Field label={t("at")} description={t("at-text", { zone: timeZone })}>
          <Input
            type="datetime-local"
            className="num"
            value={at}
            onChange={(event) => setAt(event.target.value)}
          />
        </Field>
      )}
    </StepDialog>
  );
}
