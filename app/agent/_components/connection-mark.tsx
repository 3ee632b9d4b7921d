import clsx from "clsx";
import { RefreshCw, WifiOff } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Working } from "./phase";

/** Whether the gateway hears this app. */
export function ConnectionMark({ connection }: { connection: Working["connection"] }) {
  const t = useTranslations("agent.connection");
  const waits = connection === "connecting" || connection === "reconnecting";
  return (
    <p
      aria-live="polite"
      className={clsx(
        "flex items-center gap-1.5 whitespace-nowrap font-medium",
        connection === "online" ? "text-ready" : connection === "connecting" ? "text-ink-2" : "text-warn",
      )}
    >
      {connection === "online" && <span aria-hidden className="size-2 rounded-full bg-current" />}
      {waits && <RefreshCw aria-hidden className="size-3.5 animate-[spin_1.6s_linear_infinite]" />}
      {connection === "offline" && <WifiOff aria-hidden className="size-3.5" />}
      {t(connection)}
    </p>
  );
}
