"use client";

import { useTranslations } from "use-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import type { ReleaseKind, ReleaseStatus } from "@/prisma/generated/enums";
import type { FigureWords } from "../../_components/figure-rows";
import { StepDialog } from "../../_components/step-dialog";
import type { Counted } from "../../_components/use-preview";
import { keep, pause, resume, withdraw } from "../../actions";
import { Escalate, type Escalated } from "./escalate";
import { PublishNow } from "./publish-now";
import { Remind } from "./remind";
import { Widen } from "./widen";

export type SteppedRelease = Escalated & {
  revision: number;
  status: ReleaseStatus;
  kind: ReleaseKind;
  stagePercent: number;
  /** Names of those that are offered it before any share. */
  teams: readonly string[];
  /** It was due and asks first: see the alert. */
  held: boolean;
};
type Props = {
  release: SteppedRelease;
  counted: Counted;
  words: FigureWords;
  teams: readonly string[];
  timeZone: string;
};

/** What can be done with a release as it stands. */
export function ReleaseSteps({ release, counted, words, teams, timeZone }: Props) {
  const t = useTranslations("release.step");
  const { id, name, status, kind, stagePercent } = release;
  const { owed } = counted.counts;
  const out = status === "published";
  const reasoned = (reason: string | undefined) => ({ id, ...(reason !== undefined && { reason }) });

  return (
    <>
      {status === "scheduled" && (
        <>
          <ButtonLink href={`/releases/${id}/edit`}>{t("edit")}</ButtonLink>
          {!release.held && <PublishNow id={id} revision={release.revision} name={name} words={words} />}
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
      {out && stagePercent < 100 && <Widen release={release} counted={counted} words={words} teams={teams} />}
      {out && kind === "recommended" && (
        <>
          <Remind id={id} name={name} />
          <Escalate
            trigger={<Button>{t("escalate.button")}</Button>}
            release={release}
            words={words}
            timeZone={timeZone}
          />
        </>
      )}
      {(out || status === "paused") && words.escalatesAt !== null && (
        <StepDialog
          trigger={<Button>{t("keep.button")}</Button>}
          title={t("keep.title", { name })}
          text={t("keep.text")}
          verb={t("keep.verb")}
          done={t("keep.done", { name })}
          run={(reason) => keep(reasoned(reason))}
        />
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
