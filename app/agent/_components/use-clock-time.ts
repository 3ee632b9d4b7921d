import { useLocale } from "use-intl";
import { formatTime } from "@/components/ui/moment";

/** Writes a time of today, to the second, in the zone of this device. */
export function useClockTime() {
  const locale = useLocale();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (at: string) => formatTime(at, { locale, timeZone }, true);
}
