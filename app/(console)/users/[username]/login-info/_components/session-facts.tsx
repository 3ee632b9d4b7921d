"use client";

import type { ReactNode } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { Code } from "@/components/ui/code";
import { type FactItem, FactNote, Facts } from "@/components/ui/facts";
import { formatMomentBeside } from "@/components/ui/moment";
import { Moment } from "../../../../_components/moment";
import { UnknownVersion } from "../../../../_components/unknown-version";
import type { HistoryRow } from "./history-row";
import { useEndedWords } from "./use-ended-words";

type FactsProps = { row: HistoryRow; now: string; onOpen: (id: string) => void };

export function SessionFacts(props: FactsProps) {
  return <Facts items={[...useEnding(props), ...usePlace(props.row)]} />;
}

/** When and how it began and ended, and the sessions before and after it. */
function useEnding({ row, now, onOpen }: FactsProps): FactItem[] {
  const t = useTranslations("login-info");
  const words = useEndedWords();
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC", now };
  const at = (moment: string) => <Moment at={moment} now={now} seconds />;
  const other = (id: string, label: ReactNode) => (
    <button
      type="button"
      className="text-accent underline-offset-2 hover:underline"
      onClick={() => onOpen(id)}
    >
      {label}
    </button>
  );

  return present([
    { label: t("signed-in"), value: at(row.login) },
    row.resumedFrom && {
      label: t("panel.continues"),
      value: other(
        row.resumedFrom.id,
        t("panel.lost-at", { time: formatMomentBeside(row.resumedFrom.at ?? row.login, row.login, reader) }),
      ),
    },
    row.logout !== null && { label: t("signed-out-at"), value: at(row.logout) },
    row.cause && { label: t("column.ended"), value: words(row) },
    row.reason !== null && { label: t("panel.reason"), value: row.reason },
    row.endedByKind && { label: t("panel.ended-by"), value: <Ender row={row} /> },
    row.logout !== null && { label: t("panel.certainty"), value: <Certainty row={row} now={now} /> },
    row.replacedBy && {
      label: t("panel.after"),
      value: other(row.replacedBy.id, row.replacedBy.place),
    },
    row.resumedBy && {
      label: t("panel.continued"),
      value: other(
        row.resumedBy.id,
        t("panel.from", { time: formatMomentBeside(row.resumedBy.at, row.login, reader) }),
      ),
    },
    { label: t("last-seen"), value: at(row.lastSeenAt) },
  ]);
}

/** On what and from where. */
function usePlace(row: HistoryRow): FactItem[] {
  const t = useTranslations("login-info");
  return present([
    {
      label: t("app"),
      value: (
        <>
          {row.app} {!row.versionKnown && <UnknownVersion />}
        </>
      ),
    },
    row.os !== null && { label: t("os"), value: row.os },
    row.device !== null &&
      row.device !== row.browser && {
        label: t("device"),
        value: (
          <>
            {row.device}
            {row.deviceCode !== null && (
              <FactNote>
                {t("panel.sent-as")} <Code>{row.deviceCode}</Code>
              </FactNote>
            )}
          </>
        ),
      },
    row.browser !== null && { label: t("browser"), value: row.browser },
    row.ip !== null && { label: t("panel.ip"), value: <Code>{row.ip}</Code> },
    row.userAgent !== null && {
      label: t("user-agent"),
      value: <Code className="font-normal text-ink-2">{row.userAgent}</Code>,
    },
    { label: t("panel.team"), value: row.team },
    { label: t("panel.id"), value: <Code className="font-normal text-ink-2">{row.id}</Code> },
  ]);
}

function Ender({ row }: { row: HistoryRow }) {
  const t = useTranslations("login-info.panel");
  if (row.endedByKind === "rule") return t("by-rule");
  if (row.endedByKind === "api_token") return t("by-program");
  return (
    <>
      {row.endedBy ?? t("by-unknown")}
      {row.endedByAgent && <FactNote>{t("by-agent")}</FactNote>}
    </>
  );
}

function Certainty({ row, now }: { row: HistoryRow; now: string }) {
  const t = useTranslations("login-info");
  if (!row.lastSeen) return <span className="font-normal">{t("panel.exact")}</span>;
  return (
    <>
      <span className="font-normal">{t("panel.last-seen")}</span>
      {row.endedAt && (
        <FactNote>
          {t("panel.found-out")} <Moment at={row.endedAt} now={now} seconds />
        </FactNote>
      )}
    </>
  );
}

const present = (items: readonly (FactItem | false | null)[]) =>
  items.filter((item): item is FactItem => item !== false && item !== null);
