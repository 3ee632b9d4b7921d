import { useTranslations } from "use-intl";
import type { ListedRun, ListedSchedule } from "@/lib/schedules/queries";
import { Moment } from "../../../_components/moment";
import { useScheduleWords } from "./use-schedule-words";

const going: readonly ListedRun["state"][] = ["waiting", "retrying", "sending"];

export const isOnItsWay = ({ runs }: ListedSchedule) => runs.some(({ state }) => going.includes(state));

const failed = (run: ListedRun | undefined) =>
  run !== undefined && (run.state === "failed" || run.state === "partly");

/** Stopped, about to stop, or not arrived the last time. */
export const isAiling = ({ halted, ails, runs }: ListedSchedule) =>
  (halted !== null && halted.why !== "paused") || ails !== null || failed(runs.find(({ trial }) => !trial));

/** How it went the last time, and a trial since. */
export function LastResult({ schedule: { runs }, now }: { schedule: ListedSchedule; now: string }) {
  const t = useTranslations("schedules");
  const last = runs.findIndex(({ trial }) => !trial);
  const trial = runs.find((run, at) => run.trial && (last === -1 || at < last));
  const run = runs[last];
  return (
    <>
      {run ? <Result run={run} now={now} /> : <p className="text-ink-3">{t("never")}</p>}
      {trial && <Result run={trial} now={now} />}
    </>
  );
}

function Result({ run, now }: { run: ListedRun; now: string }) {
  const t = useTranslations("schedules");
  const words = useScheduleWords();
  const { state, failure, sent, unsent, triedAgainAt } = run;
  const tone = failed(run) ? "text-danger" : state === "retrying" ? "text-warn" : undefined;
  return (
    <div className="[overflow-wrap:anywhere]">
      <p>
        <span className="text-ink-3">{t(run.trial ? "trial" : "last")}</span>{" "}
        <Moment at={(run.at ?? run.dueAt).toISOString()} now={now} />{" "}
        <span className={tone}>
          {t(`state.${state}`, { sent, of: sent + unsent.length, rows: run.rows ?? 0 })}
        </span>
        {state === "retrying" && triedAgainAt && (
          <>
            {" "}
            <Moment at={triedAgainAt.toISOString()} now={now} />
          </>
        )}
      </p>
      {failure && unsent.length === 0 && <p className={tone}>{words.failure(failure)}</p>}
      {unsent.map(({ to, failure }) => (
        <p key={to} className="text-danger">
          {t("not-reached", { to: to ?? t("nobody"), why: words.failure(failure ?? "") })}
        </p>
      ))}
    </div>
  );
}
