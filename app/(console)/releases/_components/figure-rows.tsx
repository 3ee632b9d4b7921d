"use client";

import { useTranslations } from "use-intl";
import type { Channel, ReleaseKind } from "@/prisma/generated/enums";
import { FigureRow } from "./figure-row";
import { type FigureKey, figureKeys } from "./figures";
import { PeoplePanel } from "./people-panel";
import { useLater, useMoments } from "./use-moments";
import { type AskPeople, usePeople } from "./use-people";
import type { Counted } from "./use-preview";

/** What the sentences beside the figures depend on. */
export type FigureWords = {
  channel: Channel;
  kind: ReleaseKind;
  version: string;
  /** With its build, where it has one: builds decide as well. */
  name: string;
  graceMinutes: number;
  /** From when on it is made mandatory. */
  escalateGraceMinutes: number;
  hardLimitMinutes: number | null;
  minimumOs: string;
  /** When a recommended one becomes mandatory by itself; null where it does not. ISO. */
  escalatesAt: string | null;
};

/** The figures of one that is made mandatory. */
export const asMandatory = (words: FigureWords): FigureWords => ({
  ...words,
  kind: "mandatory",
  graceMinutes: words.escalateGraceMinutes,
});

/** The figures of one that is confirmed as what it becomes. */
export const confirmedAs = (words: FigureWords): FigureWords =>
  words.escalatesAt === null ? words : asMandatory(words);

type Props = { counted: Counted; words: FigureWords; people: AskPeople<FigureKey> };

const tones: Partial<Record<FigureKey, string>> = {
  signedOutNow: "text-danger",
  afterInteraction: "text-danger",
  unsupportedOs: "text-warn",
  unknownVersion: "text-warn",
};

/** Each count with its consequence in a sentence; it opens the list of whom it counts. */
export function FigureRows({ counted, words, people }: Props) {
  const t = useTranslations("release.figure");
  const { opened, open, close } = usePeople(people);
  const moment = useMoments(counted);
  const sentence = useFigureSentence(counted, words, moment);
  const quiet = counted.counts.owed > 0 ? moment(counted.quietUntil) : "";
  // Nobody is signed out for a recommended one, and what is nought says nothing there.
  const shown = figureKeys.filter(
    (key) => words.kind === "mandatory" || (key !== "signedOutNow" && key !== "afterInteraction"),
  );

  return (
    <>
      <ul className="divide-y divide-line border-line border-y">
        {shown.map((key) => (
          <FigureRow
            key={key}
            name={key}
            count={counted.counts[key]}
            title={t(`${key}.title`)}
            tone={tones[key]}
            onOpen={() => open(key)}
          >
            <span className="text-ink-2 text-xs">{sentence(key)}</span>
            {key === "owed" && quiet !== "" && (
              <span className="text-ink-2 text-xs">{t("quiet", { at: quiet })}</span>
            )}
          </FigureRow>
        ))}
      </ul>
      <PeoplePanel title={opened ? t(`${opened.figure}.title`) : ""} opened={opened} onClose={close} />
    </>
  );
}

function useFigureSentence(counted: Counted, words: FigureWords, moment: (at: Date | null) => string) {
  const t = useTranslations("release.figure");
  const first = moment(counted.firstSignOutAt);
  const last = moment(counted.lastSignOutAt);
  const until = moment(counted.firstPackagedUntil);
  const lastUntil = moment(counted.lastPackagedUntil);
  const { channel, name: version, minimumOs, graceMinutes, hardLimitMinutes } = words;
  // Nobody knows who will be signed in then.
  const later = useLater(counted) === null ? "no" : "yes";

  return (key: FigureKey) => {
    switch (key) {
      case "owed":
        return t(`owed.${channel}`, { version, count: counted.atSignIn });
      case "signedOutNow":
        return counted.counts.signedOutNow === 0
          ? t("signedOutNow.nobody")
          : t(first === last ? "signedOutNow.once" : "signedOutNow.between", {
              first,
              last,
              graceMinutes,
              later,
            });
      case "afterInteraction":
        return hardLimitMinutes === null
          ? t("afterInteraction.no-limit", { later })
          : t("afterInteraction.limit", { minutes: hardLimitMinutes, later });
      case "packageDeployment":
        return until === ""
          ? t("packageDeployment.text")
          : t(until === lastUntil ? "packageDeployment.until" : "packageDeployment.between", {
              first: until,
              last: lastUntil,
            });
      case "unsupportedOs":
        return minimumOs === "" ? t("unsupportedOs.none") : t(`unsupportedOs.${channel}`, { minimumOs });
      case "unknownVersion":
        return t("unknownVersion.text");
      case "current":
        return t("current.text", { version });
    }
  };
}
