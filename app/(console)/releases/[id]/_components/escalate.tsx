"use client";

import { type ReactElement, useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import { type Draft, howSignedOut } from "../../_components/draft";
import { asMandatory, type FigureWords } from "../../_components/figure-rows";
import { fromLocal } from "../../_components/local-time";
import { PartSignOut } from "../../_components/part-sign-out";
import { StepDialog } from "../../_components/step-dialog";
import { isTyped, TypedVersion } from "../../_components/typed-version";
import { useForeseen } from "../../_components/use-foreseen";
import { useLater } from "../../_components/use-moments";
import type { Counted } from "../../_components/use-preview";
import { countEscalation, escalate, peopleOfEscalation } from "../../actions";
import { ForeseenFigures } from "./foreseen-figures";

export type Escalated = {
  id: string;
  name: string;
  /** As it was published. */
  draft: Draft;
};
type Props = { trigger: ReactElement; release: Escalated; words: FigureWords; timeZone: string };

/** Before the minute in which it was counted. */
const isPast = (moment: string, { countedAt }: Counted) =>
  Date.parse(moment) < new Date(countedAt).getTime() - 60_000;

/** Makes a recommended release mandatory, now or at a date. */
export function Escalate({ trigger, release, words, timeZone }: Props) {
  const t = useTranslations("release.step");
  const form = useTranslations("release.form");
  const publish = useTranslations("release.publish");
  const { id, name } = release;
  const [at, setAt] = useState("");
  const [typed, setTyped] = useState("");
  const [draft, setDraft] = useState(release.draft);
  const moment = fromLocal(at, timeZone);
  const inStore = draft.distribution !== "store" || draft.inStore;
  const { hardLimitMinutes, ...how } = howSignedOut(draft, timeZone);
  const asked = {
    id,
    ...how,
    ...(moment !== null && { at: moment }),
    ...(draft.inStore && { inStore: true }),
  };
  const foreseen = useForeseen(JSON.stringify(asked));

  const { counted } = foreseen;
  // The hours for the store may move what was typed.
  const then = useLater(counted);
  const passed = counted !== null && moment !== null && isPast(moment, counted);

  function open() {
    setAt("");
    setTyped("");
    setDraft(release.draft);
    foreseen.renew();
  }

  return (
    <StepDialog
      danger
      size="lg"
      ready={inStore && counted !== null && !passed && isTyped(typed, { name, version: words.version })}
      onOpen={open}
      trigger={trigger}
      title={t("escalate.title", { name })}
      text={[t("escalate.text"), ...(then === null ? [] : [publish("becomes", { at: then })])].join(" ")}
      verb={t(then === null ? "escalate.verb" : "escalate.verb-later")}
      done={t(then === null ? "escalate.done" : "escalate.done-later", { name })}
      run={(reason) =>
        foreseen.confirm((counts) =>
          escalate({
            ...asked,
            hardLimitMinutes,
            typedVersion: typed,
            ...counts,
            ...(reason !== undefined && { reason }),
          }),
        )
      }
    >
      <Field
        label={t("escalate.at")}
        description={t("escalate.at-text", { zone: timeZone })}
        error={passed ? t("escalate.passed") : undefined}
      >
        <Input
          type="datetime-local"
          className="num"
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
      </Field>
      {draft.distribution === "store" && !release.draft.inStore && (
        <Switch
          label={form("in-store")}
          description={form("in-store-mandatory")}
          checked={draft.inStore}
          onChange={(seen) => setDraft({ ...draft, inStore: seen })}
        />
      )}
      <PartSignOut
        form={{
          draft,
          errors: {},
          timeZone,
          set: (key, value) => setDraft((before) => ({ ...before, [key]: value })),
        }}
      />
      <ForeseenFigures
        key={foreseen.key}
        words={{ ...asMandatory(words), graceMinutes: how.graceMinutes, hardLimitMinutes }}
        count={() => countEscalation(asked)}
        people={(figure) => peopleOfEscalation({ asked, figure })}
        onCounted={foreseen.onCounted}
      />
      <TypedVersion version={words.version} typed={typed} onChange={setTyped} />
    </StepDialog>
  );
}
