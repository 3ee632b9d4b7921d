import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { AgentState } from "@/client/rollcall";
import type { Working } from "./phase";
import { ReasonPicker } from "./reason-picker";
import { StateButton } from "./state-button";
import type { Work } from "./use-work";

type StateButtonsProps = { working: Working; work: Work; className: string };

export function StateButtons({ working, work, className }: StateButtonsProps) {
  const t = useTranslations("agent.work");
  const waits = working.connection === "reconnecting" || working.connection === "offline";

  const look = (state: AgentState) => ({
    state,
    current: working.session.state === state,
    pending: work.wanted === state,
  });
  const plain = (state: AgentState) => <StateButton {...look(state)} onClick={() => work.setState(state)} />;

  return (
    <div>
      <fieldset className={clsx("grid grid-cols-2 gap-2.5", className)}>
        <legend className="sr-only">{t("set-state")}</legend>
        {plain("ready")}
        <ReasonPicker
          trigger={<StateButton {...look("not_ready")} />}
          reasons={working.session.notReadyReasons}
          onOpen={work.refresh}
          onPick={(reason) => work.setState("not_ready", reason)}
        />
        {plain("busy")}
        {plain("after_call_work")}
      </fieldset>
      <p
        className={clsx(
          "mt-3 min-h-9 md:min-h-5 text-balance text-center text-xs",
          waits ? "text-warn" : "text-ink-2",
        )}
      >
        {waits ? t("waits") : t("simulated")}
      </p>
    </div>
  );
}
