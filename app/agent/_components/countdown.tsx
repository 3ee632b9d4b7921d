import { useTranslations } from "use-intl";
import { formatDuration } from "@/components/ui/duration";
import { useServerNow } from "@/components/ui/server-clock";
import { useClockTime } from "./use-clock-time";

/** When the session ends, and how long that is: the moment is read out, the ticking is not. `nowMs`: the server's time. */
export function Countdown({ until, nowMs }: { until: string; nowMs: number }) {
  const t = useTranslations("agent.update");
  const clockTime = useClockTime();
  const left = Date.parse(until) - useServerNow(nowMs, true);
  return (
    <p className="mt-1 text-ink">
      {t("signed-out-at", { at: clockTime(until) })}{" "}
      <span aria-hidden className="num font-medium">
        {formatDuration(left)}
      </span>
    </p>
  );
}
