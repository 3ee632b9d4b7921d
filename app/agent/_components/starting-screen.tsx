import { LoaderCircle } from "lucide-react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Brand } from "./brand";
import { useOnline } from "./network";

/** Until it is known whether a session goes on. */
export function StartingScreen({ gatewayUrl, unreachable }: { gatewayUrl: string; unreachable: boolean }) {
  const t = useTranslations("agent.starting");
  const online = useOnline();
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="flex w-full max-w-sm flex-col items-center gap-6">
        <h1>
          <Brand />
        </h1>
        {unreachable ? (
          <Alert
            live
            tone="warn"
            title={online ? t("unreachable", { gateway: gatewayUrl }) : t("offline")}
            className="w-full"
          >
            {online ? t("unreachable-text") : t("offline-text")}
          </Alert>
        ) : (
          <span role="img" aria-label={t("loading")} className="text-ink-3">
            <LoaderCircle aria-hidden className="size-5 animate-spin" />
          </span>
        )}
      </div>
    </main>
  );
}
