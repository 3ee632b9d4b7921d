import { useTranslations } from "use-intl";
import { Problem, readRequiredUpdate } from "@/client/rollcall";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { useOnline } from "./network";
import { useProblemText } from "./problem-text";
import { appLabel } from "./reported";
import { UpdateRequired } from "./update-required";
import { useClockTime } from "./use-clock-time";
import type { Attempt } from "./use-sign-in";

type SignInNoticeProps = {
  attempt: Attempt;
  gatewayUrl: string;
  /** What this device runs. */
  osName: string;
  onStop: () => void;
  onAbout: () => void;
};

/** What came of the last attempt, above the form. */
export function SignInNotice({ attempt, gatewayUrl, osName, onStop, onAbout }: SignInNoticeProps) {
  const t = useTranslations("agent");
  const textOf = useProblemText(gatewayUrl);
  const online = useOnline();
  const clockTime = useClockTime();

  if (attempt.at === "trying" && attempt.problem) {
    const away = attempt.problem.code === "unavailable" ? "unavailable" : online ? "unreachable" : "offline";
    return (
      <Alert
        live
        tone="warn"
        className="mb-5"
        title={t(`problem.${away}`, { gateway: gatewayUrl })}
        action={<Button onClick={onStop}>{t("sign-in.stop")}</Button>}
      />
    );
  }
  if (attempt.at === "held-off")
    return (
      <Alert
        live
        className="mb-5"
        title={t("problem.too-many-attempts", { at: clockTime(new Date(attempt.until).toISOString()) })}
      >
        {t("problem.too-many-attempts-text")}
      </Alert>
    );
  if (attempt.at !== "idle") return null;

  const { problem, stayedAt } = attempt;
  if (stayedAt)
    return (
      <Alert live tone="notice" className="mb-5" title={t("sign-in.stayed")}>
        {t("sign-in.stayed-text", { app: appLabel(stayedAt) })}
      </Alert>
    );
  if (problem === undefined) return null;
  if (problem instanceof Problem && problem.passwordLink)
    return (
      <Alert
        live
        tone="notice"
        className="mb-5"
        title={t("problem.password-change-required")}
        action={
          <a href={problem.passwordLink} target="_blank" rel="noreferrer" className={buttonStyle("primary")}>
            {t("problem.set-password")}
          </a>
        }
      >
        {t("problem.password-change-required-text")}
      </Alert>
    );
  const required = problem instanceof Problem ? readRequiredUpdate(problem) : undefined;
  if (required) return <UpdateRequired required={required} osName={osName} />;
  if (isAboutFacts(problem))
    return (
      <Alert
        live
        className="mb-5"
        title={t("sign-in.facts-invalid")}
        action={<Button onClick={onAbout}>{t("about.title")}</Button>}
      >
        {t("sign-in.facts-invalid-text")}
      </Alert>
    );
  return <Alert live className="mb-5" title={textOf(problem)} />;
}

const isAboutFacts = (problem: unknown) =>
  problem instanceof Problem && problem.invalidFields.some(({ path }) => path.startsWith("client"));
