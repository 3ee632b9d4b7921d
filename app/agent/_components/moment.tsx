import { useState } from "react";
import { useLocale } from "use-intl";
import { formatMoment } from "@/components/ui/moment";

/** A time in the zone of this device; `exact`: to the second, with the zone. */
export function Moment({ at, exact = false }: { at: string; exact?: boolean }) {
  const locale = useLocale();
  const [now] = useState(() => new Date().toISOString());
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (
    <time dateTime={at} className="num">
      {formatMoment(at, { now, locale, timeZone }, exact)}
      {exact && ` (${timeZone})`}
    </time>
  );
}
