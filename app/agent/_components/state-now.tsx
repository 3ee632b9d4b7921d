import { useTranslations } from "use-intl";
import { Duration } from "@/components/ui/relative-time";
import type { Working } from "./phase";

/** The state in words: read out when it changes. */
export function StateName({ working: { session }, className }: { working: Working; className: string }) {
  const t = useTranslations("agent.work");
  const name = useTranslations("state")(session.state);
  // The notice of a forced state says its reason.
  const reason = session.forced ? null : session.reason;
  return (
    <div role="status" aria-label={t("current-state")} className="min-w-0">
      <p className={className}>{name}</p>
      {reason && <p className="text-ink-2 text-lg [overflow-wrap:anywhere]">{reason}</p>}
    </div>
  );
}

/** Ticks outside of what is read out. */
export function TimeInState({ working, className }: { working: Working; className: string }) {
  const t = useTranslations("agent.work");
  const { stateSince } = working.session;
  return (
    <p className={className}>
      <span className="sr-only">{t("time-in-state")} </span>
      <Duration ticking since={stateSince} ms={Math.max(0, working.heardMs - Date.parse(stateSince))} />
    </p>
  );
}
