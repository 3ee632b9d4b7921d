"use client";

import { ClockAlert, Mail, MessageSquare, PhoneIncoming, PhoneOutgoing } from "lucide-react";
import { useCallback } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { formatDuration, isoDuration } from "@/components/ui/duration";
import { percentFormat } from "@/components/ui/formats";
import { formatExact } from "@/components/ui/moment";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { useServerNow } from "@/components/ui/server-clock";
import { StateIcon } from "@/components/ui/state-icon";
import { Tooltip } from "@/components/ui/tooltip";
import { type Figures, figuresAt } from "@/lib/agents/figures";
import type { AgentRow, Going } from "@/lib/agents/row";
import { shownState } from "@/lib/agents/state";

type DurationOf =
  | "inStateMs"
  | "loginMs"
  | "readyMs"
  | "notReadyMs"
  | "busyMs"
  | "afterCallWorkMs"
  | "avgHandleMs";

const useFigures = (row: AgentRow, renderedMs: number): Figures =>
  figuresAt(row, useServerNow(renderedMs, row.open && row.unreachableSince === null));

/** A length of time that counts on by itself. */
export function Lasting({ row, of, renderedMs }: { row: AgentRow; of: DurationOf; renderedMs: number }) {
  const ms = useFigures(row, renderedMs)[of];
  return ms === null ? null : (
    <time dateTime={isoDuration(ms)} className="num">
      {formatDuration(ms)}
    </time>
  );
}

/** The time in the present state: in amber and with an icon once it is beyond the limit. */
export function InState(props: { row: AgentRow; limitMs: number | null; renderedMs: number }) {
  const { row, limitMs, renderedMs } = props;
  const t = useTranslations("agents");
  const { inStateMs } = useFigures(row, renderedMs);
  if (inStateMs === null) return null;
  const time = (
    <time dateTime={isoDuration(inStateMs)} className="num">
      {formatDuration(inStateMs)}
    </time>
  );
  if (limitMs === null || inStateMs <= limitMs) return time;
  const means = t("beyond", { limit: t("minutes", { count: limitMs / 60_000 }) });
  return (
    <Tooltip content={means}>
      <span className="inline-flex items-center gap-1 font-semibold text-warn">
        <ClockAlert role="img" aria-label={means} className="size-3.5 shrink-0" />
        {time}
      </span>
    </Tooltip>
  );
}

export function Occupancy({ row, renderedMs }: { row: AgentRow; renderedMs: number }) {
  const { occupancy } = useFigures(row, renderedMs);
  const percent = percentFormat(useLocale());
  return occupancy === null ? null : <span className="num">{percent.format(occupancy)}</span>;
}

/** The state's icon, and beside it a phone for whoever is on the Mobile app. */
export function StateAndApp({ row }: { row: AgentRow }) {
  const t = useTranslations();
  const state = shownState(row);
  return (
    <span className="flex items-center gap-1">
      <Tooltip content={t(`state.${state}`)}>
        <span className="inline-grid">
          <StateIcon shape={state} label={t(`state.${state}`)} />
        </span>
      </Tooltip>
      {row.open && row.platform === "mobile" && (
        <PhoneIcon
          label={t("agents.phone", { facts: [row.version, row.os, row.device].filter(Boolean).join(", ") })}
        />
      )}
    </span>
  );
}

/** The state in words; a phone that has been silent for long is marked, in amber where nothing would wake it. */
export function StateName({ row }: { row: AgentRow }) {
  const t = useTranslations();
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  const { unreachableSince } = row;
  const state = t(`state.${shownState(row)}`);
  if (unreachableSince === null) return row.open ? state : <span className="text-ink-3">{state}</span>;
  const silence = row.asleep ? "asleep" : "unreachable";
  return (
    <span className="flex items-center gap-1.5">
      <span className="truncate">{state}</span>
      <Tooltip content={t(`agents.${silence}-means`, { time: formatExact(unreachableSince, reader) })}>
        <span className="inline-flex">
          <Badge tone={row.asleep ? "neutral" : "warn"}>{t(`agents.${silence}`)}</Badge>
        </span>
      </Tooltip>
    </span>
  );
}

/** Why somebody is Not Ready, or what they are handling. */
export function ReasonOrInteraction({ row }: { row: AgentRow }) {
  const t = useTranslations("agents");
  const inWords = useInteractionWords();
  const [first, ...more] = row.open ? row.interactions : [];
  if (!first) return row.open ? row.reason : null;
  const words = `${row.reason ? `${row.reason} · ` : ""}${inWords(first)}`;
  if (more.length === 0) return words;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="truncate">{words}</span>
      <span className="shrink-0 text-ink-2">{t("and-more", { count: more.length })}</span>
    </span>
  );
}

/** "Voice in · Renewals" */
export function useInteractionWords() {
  const t = useTranslations("agents");
  return useCallback(
    ({ channel, direction, service }: Omit<Going, "since">) => {
      const what = t("interaction", {
        channel: t(`channel.${channel}`),
        direction: t(`direction.${direction}`),
      });
      return service ? `${what} · ${service}` : what;
    },
    [t],
  );
}

/** An icon for each interaction that goes on: its channel, and which way it went. */
export function Interactions({ row }: { row: AgentRow }) {
  const inWords = useInteractionWords();
  return (
    <span className="flex items-center gap-1">
      {row.interactions.map((going) => (
        <Tooltip key={`${going.since} ${going.channel}`} content={inWords(going)}>
          <span role="img" aria-label={inWords(going)} className="inline-grid text-ink-2">
            <ChannelIcon {...going} />
          </span>
        </Tooltip>
      ))}
    </span>
  );
}

function ChannelIcon({ channel, direction }: Pick<Going, "channel" | "direction">) {
  if (channel === "chat") return <MessageSquare aria-hidden className="size-3.5" />;
  if (channel === "email") return <Mail aria-hidden className="size-3.5" />;
  const Icon = direction === "inbound" ? PhoneIncoming : PhoneOutgoing;
  return <Icon aria-hidden className="size-3.5" />;
}
