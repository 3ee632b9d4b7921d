import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import type { Working } from "./phase";

/** Somebody else set the state, or the update that is due did: said at once, and until the person sets one again. */
export function ForcedNotice({ working, className }: { working: Working; className: string }) {
  const t = useTranslations("agent.forced");
  const stateName = useTranslations("state");
  const { forced } = working.session;
  if (!forced) return null;
  const state = forced.reason ? `${stateName(forced.state)}: ${forced.reason}` : stateName(forced.state);
  const title = forced.by ? t("by", { by: forced.by, state }) : t("update");
  return (
    <Alert live tone="warn" title={title} className={className}>
      {t(forced.by ? "text" : "update-text")}
    </Alert>
  );
}
