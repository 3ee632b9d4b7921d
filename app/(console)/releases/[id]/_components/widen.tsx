"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ComboboxMany } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { confirmedAs, type FigureWords } from "../../_components/figure-rows";
import { StepDialog } from "../../_components/step-dialog";
import { isTyped, TypedVersion } from "../../_components/typed-version";
import { useForeseen } from "../../_components/use-foreseen";
import { useMoments } from "../../_components/use-moments";
import type { Counted } from "../../_components/use-preview";
import { countWider, peopleOfWider, widen } from "../../actions";
import { ForeseenFigures } from "./foreseen-figures";
import type { SteppedRelease } from "./release-steps";

type Props = { release: SteppedRelease; counted: Counted; words: FigureWords; teams: readonly string[] };

/** Offers a release to a larger share, or to more teams by name. */
export function Widen({ release, counted, words, teams }: Props) {
  const t = useTranslations("release.step");
  const form = useTranslations("release.form");
  const publish = useTranslations("release.publish");
  const { id, name, stagePercent } = release;
  const moment = useMoments(counted);
  const [percent, setPercent] = useState("100");
  const [named, setNamed] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState("");
  const becomes = confirmedAs(words);
  const signsOut = becomes.kind === "mandatory";
  const isShare = percent.trim() !== "" && Number(percent) >= stagePercent && Number(percent) <= 100;
  const wider = { id, percent: Number(percent), teams: [...named] };
  const foreseen = useForeseen(JSON.stringify(wider));
  const others = teams.filter((team) => !release.teams.includes(team));

  function open() {
    setTyped("");
    setNamed([]);
    foreseen.renew();
  }

  return (
    <StepDialog
      danger={signsOut}
      ready={
        isShare &&
        (!signsOut || (foreseen.counted !== null && isTyped(typed, { name, version: words.version })))
      }
      trigger={<Button>{t("widen.button")}</Button>}
      title={t("widen.title", { name })}
      text={[
        t("widen.text", { percent: stagePercent }),
        ...(words.escalatesAt === null
          ? []
          : [publish("becomes", { at: moment(new Date(words.escalatesAt)) })]),
      ].join(" ")}
      verb={t("widen.verb")}
      done={t("widen.done", { name })}
      onOpen={open}
      run={(reason) =>
        foreseen.confirm((counts) =>
          widen({
            ...wider,
            ...(signsOut && { ...counts, typedVersion: typed }),
            ...(reason !== undefined && { reason }),
          }),
        )
      }
    >
      <Field
        label={t("widen.share")}
        description={t("widen.share-text")}
        error={isShare ? undefined : t("widen.share-bounds", { percent: stagePercent })}
      >
        <Input
          className="num"
          inputMode="decimal"
          value={percent}
          onChange={(event) => setPercent(event.target.value)}
        />
      </Field>
      {others.length > 0 && (
        <Field label={t("widen.teams")} hint={form("optional")}>
          <ComboboxMany
            items={others.map((team) => ({ value: team, label: team }))}
            values={named}
            onChange={setNamed}
            none={form("no-teams")}
            searchLabel={form("find-team")}
            noMatch={form("no-team")}
          />
        </Field>
      )}
      {isShare && (
        <ForeseenFigures
          key={foreseen.key}
          words={becomes}
          count={() => countWider(wider)}
          people={(figure) => peopleOfWider({ ...wider, figure })}
          onCounted={foreseen.onCounted}
        />
      )}
      {signsOut && <TypedVersion version={words.version} typed={typed} onChange={setTyped} />}
    </StepDialog>
  );
}
