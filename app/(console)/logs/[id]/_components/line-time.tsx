"use client";

import { dateFormat } from "@/components/ui/formats";
import { formatExact, formatTime } from "@/components/ui/moment";

type Reader = { locale: string; timeZone: string };
type Props = { at: string; reader: Reader; withDay: boolean };

/** To the millisecond; with the day where a log has several. */
export function LineTime({ at, reader, withDay }: Props) {
  return (
    <time dateTime={at} title={formatExact(at, reader)}>
      {withDay &&
        `${dateFormat(reader.locale, { day: "numeric", month: "short", timeZone: reader.timeZone }).format(Date.parse(at))} `}
      {preciseTime(at, reader)}
    </time>
  );
}

/** "14:02:10.120"; "2:02:10.120 pm" */
export const preciseTime = (at: string, reader: Reader) =>
  formatTime(at, reader, true).replace(/(:\d\d:\d\d)/, `$1.${at.slice(20, 23)}`);
