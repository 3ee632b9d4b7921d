import { useTranslations } from "use-intl";
import { formatDuration } from "@/components/ui/duration";
import { useServerNow } from "@/components/ui/server-clock";
import { useClockTime } from "./use-clock-time";

type CountdownProps = {
  until: string;
  /** The server's time. */
  nowMs: number;
  /** What the end waits for: with the moment as the earliest, or as the latest. */
  waits?: "from" | "at-latest" | undefined;
};

/** When the session ends, and how long that is: the moment is read out, the ticking is not. */
export function Countdown({ until, nowMs, waits }: CountdownProps) {
  const t = useTranslations("agent.update");
  const clockTime = useClockTime();
  const left = Date.parse(until) - useServerNow(nowMs, true);
  return (
    <p className="mt-1 text-ink">
      {t(waits ? `signed-out-${waits}` : "signed-out-at", { at: clockTime(until) })}{" "}
      <span aria-hidden className="num font-medium">
        {formatDuration(left)}
      </span>
    </p>
  );
}
