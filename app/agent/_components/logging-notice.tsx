import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Moment } from "./moment";
import type { Working } from "./phase";
import type { Work } from "./use-work";

type LoggingNoticeProps = { working: Working; work: Work; className: string };

/** The question whether this app may send its log; the mark that it does, for as long as it does. */
export function LoggingNotice({ working: { logging }, work, className }: LoggingNoticeProps) {
  const t = useTranslations("agent.logging");
  if (!logging) return null;
  const { phase, message, reason, until } = logging;
  const isAsked = phase === "asked";
  const answers = (
    <>
      <Button variant="ghost" onClick={() => work.answerLogging(false)}>
        {t("decline")}
      </Button>
      <Button onClick={() => work.answerLogging(true)}>{t("accept")}</Button>
    </>
  );
  return (
    <Alert
      live
      tone="notice"
      title={isAsked ? message : t("on")}
      className={className}
      action={isAsked && answers}
    >
      {isAsked ? t("text") : t("on-text", { reason })} {t("until")} <Moment at={until} />
    </Alert>
  );
}
