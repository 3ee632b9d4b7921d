"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ReleaseKind, ReleaseStatus } from "@/prisma/generated/enums";
import type { FigureWords } from "../../_components/figure-rows";
import { StepDialog } from "../../_components/step-dialog";
import { isTyped, TypedVersion } from "../../_components/typed-version";
import { useMoments } from "../../_components/use-moments";
import type { Counted } from "../../_components/use-preview";
import { pause, remind, resume, widen, withdraw } from "../../actions";
import { Escalate } from "./escalate";
import { PublishNow } from "./publish-now";

type Release = {
  id: string;
  name: string;
  status: ReleaseStatus;
  kind: ReleaseKind;
  stagePercent: number;
  /** It was due and asks first: see the alert. */
  held: boolean;
};
type Props = { release: Release; counted: Counted; words: FigureWords; timeZone: string };

/** What can be done with a release as it stands. */
export function ReleaseSteps({ release, counted, words, timeZone }: Props) {
  const t = useTranslations("release.step");
  const { id, name, status, kind, stagePercent } = release;
  const { owed } = counted.counts;
  const quiet = useMoments(counted)(counted.quietUntil);
  const out = status === "published";
  const reasoned = (reason: string | undefined) => ({ id, ...(reason !== undefined && { reason }) });

  return (
    <>
      {status === "scheduled" && (
        <>
          <ButtonLink href={`/releases/${id}/edit`}>{t("edit")}</ButtonLink>
          {!release.held && <PublishNow id={id} name={name} words={words} />}
        </>
      )}
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
      {out && stagePercent < 100 && <Widen release={release} words={words} />}
      {out && kind === "recommended" && (
        <>
          <StepDialog
            trigger={<Button>{t("remind.button")}</Button>}
            title={t("remind.title", { name })}
            text={t("remind.text", { owed })}
            verb={t("remind.verb")}
            done={t("remind.done", { name })}
            run={(reason) => remind(reasoned(reason))}
          >
            {quiet !== "" && <p className="text-ink-2">{t("remind.quiet", { at: quiet })}</p>}
          </StepDialog>
          <Escalate
            trigger={<Button>{t("escalate.button")}</Button>}
            id={id}
            name={name}
            words={words}
            timeZone={timeZone}
          />
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

type WidenProps = { release: Release; words: FigureWords };

function Widen({ release: { id, name, kind, stagePercent }, words }: WidenProps) {
  const t = useTranslations("release.step");
  const [percent, setPercent] = useState("100");
  const [typed, setTyped] = useState("");
  const mandatory = kind === "mandatory";
  return (
    <StepDialog
      danger={mandatory}
      ready={!mandatory || isTyped(typed, { name, version: words.version })}
      trigger={<Button>{t("widen.button")}</Button>}
      title={t("widen.title", { name })}
      text={t("widen.text", { percent: stagePercent })}
      verb={t("widen.verb")}
      done={t("widen.done", { name })}
      onOpen={() => setTyped("")}
      run={(reason) =>
        widen({
          id,
          percent: Number(percent),
          ...(mandatory && { typedVersion: typed }),
          ...(reason !== undefined && { reason }),
        })
      }
    >
      <Field label={t("widen.share")} description={t("widen.share-text")}>
        <Input
          className="num"
          inputMode="decimal"
          value={percent}
          onChange={(event) => setPercent(event.target.value)}
        />
      </Field>
      {mandatory && <TypedVersion version={words.version} typed={typed} onChange={setTyped} />}
    </StepDialog>
  );
}
