"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ReleaseKind, ReleaseStatus } from "@/prisma/generated/enums";
import type { FigureWords } from "../../_components/figure-rows";
import { fromLocal } from "../../_components/local-time";
import { StepDialog } from "../../_components/step-dialog";
import { escalate, pause, remind, resume, widen, withdraw } from "../../actions";
import { ForeseenFigures } from "./foreseen-figures";

type Release = { id: string; name: string; status: ReleaseStatus; kind: ReleaseKind; stagePercent: number };
type Props = { release: Release; owed: number; words: FigureWords; timeZone: string };

/** What can be done with a release as it stands. */
export function ReleaseSteps({ release, owed, words, timeZone }: Props) {
  const t = useTranslations("release.step");
  const { id, name, status, kind, stagePercent } = release;
  const out = status === "published";
  const reasoned = (reason: string | undefined) => ({ id, ...(reason !== undefined && { reason }) });

  return (
    <>
      {status === "scheduled" && <ButtonLink href={`/releases/${id}/edit`}>{t("edit")}</ButtonLink>}
      {out && (
        <StepDialog
          trigger={<Button>{t("pause.button")}</Button>}
          title={t("pause.title", { name })}
          text={t("pause.text")}
          verb={t("pause.verb")}
          done={t("pause.done", { name })}
          run={(reason) => pause(reasoned(reason))}
        />
      )}
      {status === "paused" && (
        <StepDialog
          trigger={<Button variant="primary">{t("resume.button")}</Button>}
          title={t("resume.title", { name })}
          text={t("resume.text")}
          verb={t("resume.verb")}
          done={t("resume.done", { name })}
          run={(reason) => resume(reasoned(reason))}
        />
      )}
      {out && stagePercent < 100 && <Widen id={id} name={name} percent={stagePercent} />}
      {out && kind === "recommended" && (
        <>
          <StepDialog
            trigger={<Button>{t("remind.button")}</Button>}
            title={t("remind.title", { name })}
            text={t("remind.text", { owed })}
            verb={t("remind.verb")}
            done={t("remind.done", { name })}
            run={(reason) => remind(reasoned(reason))}
          />
          <Escalate id={id} name={name} words={words} timeZone={timeZone} />
        </>
      )}
      {(out || status === "paused" || status === "scheduled") && (
        <StepDialog
          danger
          trigger={<Button variant="danger">{t("withdraw.button")}</Button>}
          title={t("withdraw.title", { name })}
          text={t(status === "scheduled" ? "withdraw.scheduled" : "withdraw.text", { owed })}
          verb={t("withdraw.verb")}
          done={t("withdraw.done", { name })}
          run={(reason) => withdraw(reasoned(reason))}
        />
      )}
    </>
  );
}

function Widen({ id, name, percent: now }: { id: string; name: string; percent: number }) {
  const t = useTranslations("release.step");
  const [percent, setPercent] = useState("100");
  return (
    <StepDialog
      trigger={<Button>{t("widen.button")}</Button>}
      title={t("widen.title", { name })}
      text={t("widen.text", { percent: now })}
      verb={t("widen.verb")}
      done={t("widen.done", { name })}
      run={(reason) => widen({ id, percent: Number(percent), ...(reason !== undefined && { reason }) })}
    >
      <Field label={t("widen.share")} description={t("widen.share-text")}>
        <Input
          className="num"
          inputMode="decimal"
          value={percent}
          onChange={(event) => setPercent(event.target.value)}
        />
      </Field>
    </StepDialog>
  );
}

type EscalateProps = { id: string; name: string; words: FigureWords; timeZone: string };

function Escalate({ id, name, words, timeZone }: EscalateProps) {
  const t = useTranslations("release.step");
  const [at, setAt] = useState("");
  const moment = fromLocal(at, timeZone);
  return (
    <StepDialog
      danger
      trigger={<Button>{t("escalate.button")}</Button>}
      title={t("escalate.title", { name })}
      text={t("escalate.text")}
      verb={t(moment ? "escalate.verb-later" : "escalate.verb")}
      done={t(moment ? "escalate.done-later" : "escalate.done", { name })}
      run={(reason) =>
        escalate({ id, ...(moment !== null && { at: moment }), ...(reason !== undefined && { reason }) })
      }
    >
      <ForeseenFigures id={id} words={words} />
      <Field label={t("escalate.at")} description={t("escalate.at-text", { zone: timeZone })}>
        <Input
          type="datetime-local"
          className="num"
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
      </Field>
    </StepDialog>
  );
}
