import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toast";
import { useClockTime } from "./use-clock-time";

/** Says once that the session went on after it had been lost. */
export function useResumedToast(lostAt: string | undefined) {
  const t = useTranslations("agent.resumed");
  const toast = useToast();
  const clockTime = useClockTime();
  const tell = useEffectEvent((at: string) =>
    toast({ title: t("title"), description: t("text", { at: clockTime(at) }) }),
  );

  useEffect(() => {
    if (lostAt) tell(lostAt);
  }, [lostAt]);
}
