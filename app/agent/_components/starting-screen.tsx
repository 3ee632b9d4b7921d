import { LoaderCircle } from "lucide-react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Brand } from "./brand";

/** Until it is known whether a session goes on. */
export function StartingScreen({ gatewayUrl, unreachable }: { gatewayUrl: string; unreachable: boolean }) {
  const t = useTranslations("agent.starting");
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="flex w-full max-w-sm flex-col items-center gap-6">
        <h1>
          <Brand />
        </h1>
        {unreachable ? (
          <Alert live tone="warn" title={t("unreachable", { gateway: gatewayUrl })} className="w-full">
            {t("unreachable-text")}
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
