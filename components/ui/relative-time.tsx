"use client";

import { useTranslations } from "use-intl";
import { elapsed, formatDuration, isoDuration } from "./duration";
import { useServerNow } from "./server-clock";
import { Tooltip } from "./tooltip";

type AgoProps = {
  /** ISO 8601, as are all times here. */
  at: string;
  /** The server's time when it rendered. */
  now: string;
  /** The exact time with its zone, shown on hover. */
  exact?: string;
};

/** "5 h 12 min ago", counting on. */
export function Ago({ at, now, exact }: AgoProps) {
  const t = useTranslations("ui.ago");
  const { unit, ...amounts } = elapsed(useServerNow(Date.parse(now), true) - Date.parse(at));
  const time = (
    <time dateTime={at} className="num">
      {t(unit, amounts)}
    </time>
  );
  return exact ? <Tooltip content={exact}>{time}</Tooltip> : time;
}

type DurationProps = {
  /** As the server saw it; with `since`, the time from then to the render. */
  ms: number;
  /** Counts on from `since`. */
  ticking?: boolean;
  since?: string;
  /** Hours even where there are none: a column of short and long ones reads alike. */
  hours?: boolean;
};

/** 5:12:40 */
export function Duration({ ms, ticking = false, since, hours = false }: DurationProps) {
  const start = since === undefined ? null : Date.parse(since);
  const now = useServerNow((start ?? 0) + ms, ticking && start !== null);
  const shown = start === null ? ms : now - start;
  return (
    <time dateTime={isoDuration(shown)} className="num">
      {formatDuration(shown, hours)}
    </time>
  );
}
