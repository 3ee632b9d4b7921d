"use client";

import { type ReactElement, useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { asMandatory, type FigureWords } from "../../_components/figure-rows";
import { fromLocal } from "../../_components/local-time";
import { StepDialog } from "../../_components/step-dialog";
import { isTyped, TypedVersion } from "../../_components/typed-version";
import { useForeseen } from "../../_components/use-foreseen";
import { countRelease, escalate } from "../../actions";
import { ForeseenFigures } from "./foreseen-figures";

type Props = { trigger: ReactElement; id: string; name: string; words: FigureWords; timeZone: string };

/** Makes a recommended release mandatory, now or at a date. */
export function Escalate({ trigger, id, name, words, timeZone }: Props) {
  const t = useTranslations("release.step");
  const [at, setAt] = useState("");
  const [typed, setTyped] = useState("");
  const moment = fromLocal(at, timeZone);
  const foreseen = useForeseen(moment ?? "");
  return (
    <StepDialog
      danger
      ready={isTyped(typed, { name, version: words.version })}
      onOpen={() => {
        setTyped("");
        foreseen.renew();
      }}
      trigger={trigger}
      title={t("escalate.title", { name })}
      text={t("escalate.text")}
      verb={t(moment ? "escalate.verb-later" : "escalate.verb")}
      done={t(moment ? "escalate.done-later" : "escalate.done", { name })}
      run={(reason) =>
        foreseen.confirm((counts) =>
          escalate({
            id,
            typedVersion: typed,
            ...counts,
            ...(moment !== null && { at: moment }),
            ...(reason !== undefined && { reason }),
          }),
        )
      }
    >
      <Field label={t("escalate.at")} description={t("escalate.at-text", { zone: timeZone })}>
        <Input
          type="datetime-local"
          className="num"
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
      </Field>
      <ForeseenFigures
        key={foreseen.key}
        words={asMandatory(words)}
        count={() => countRelease({ id, as: "mandatory", ...(moment !== null && { at: moment }) })}
        onCounted={foreseen.onCounted}
      />
      <TypedVersion version={words.version} typed={typed} onChange={setTyped} />
    </StepDialog>
  );
}
