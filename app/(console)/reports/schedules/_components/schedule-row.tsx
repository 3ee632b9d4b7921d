import { Ellipsis, FlaskConical, Pause, Pencil, Play, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { ListedSchedule } from "@/lib/schedules/queries";
import { Moment } from "../../../_components/moment";
import { LastResult } from "./schedule-result";
import type { ScheduleChange } from "./use-schedule-change";
import { useScheduleWords } from "./use-schedule-words";

type RowProps = { schedule: ListedSchedule; change: ScheduleChange; onEdit: () => void; now: string };

/** One schedule: what goes out when and to whom, what comes next, and how it went. */
export function ScheduleRow({ schedule, change, onEdit, now }: RowProps) {
  const t = useTranslations("schedules");
  const preset = useTranslations("reports.preset");
  const words = useScheduleWords();
  const { name, halted, ails, layout, mine, next } = schedule;
  const isStopped = halted !== null && halted.why !== "paused";
  const wrong = isStopped ? halted.why : ails;

  return (
    <li className="grid gap-x-6 gap-y-2 px-4.5 py-3 sm:grid-cols-[minmax(0,1fr)_auto] lg:grid-cols-[minmax(0,1fr)_20rem_7.5rem]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{name}</span>
          {halted && (
            <Badge tone={isStopped ? "danger" : "warn"}>{t(isStopped ? "stopped" : "paused")}</Badge>
          )}
          {layout.state === "changed" && <Badge tone="warn">{t("layout-changed")}</Badge>}
        </p>
        <p className="text-ink-2">{words.rhythm(schedule.rhythm)}</p>
        <p className="text-ink-2 text-xs [overflow-wrap:anywhere]">
          {preset(schedule.preset)} · {schedule.format.toUpperCase()} · {layout.name ?? t("stock")} ·{" "}
          <Recipients of={schedule} />
          {!mine && <> · {t("owner", { name: schedule.owner })}</>}
        </p>
        {wrong && (
          <p className="mt-1 text-danger">
            {t(isStopped ? "has-stopped" : "will-stop")} {t(`halt.${wrong}`)}
          </p>
        )}
      </div>
      <div className="min-w-0 text-xs sm:col-start-1 lg:col-start-2">
        <p>
          <span className="text-ink-3">{t("next")}</span>{" "}
          {next.length === 0 ? (
            <span className="text-ink-3">–</span>
          ) : (
            next.map((at, place) => (
              <span key={at.toISOString()} className={place > 0 ? "text-ink-3" : undefined}>
                {place > 0 && ", "}
                <Moment at={at.toISOString()} now={now} />
              </span>
            ))
          )}
        </p>
        <LastResult schedule={schedule} now={now} />
      </div>
      <div className="flex items-start justify-end gap-1 sm:col-start-2 sm:row-start-1 lg:col-start-3">
        {halted && schedule.maySteer && (
          <Button onClick={() => void change.pause(schedule, false)}>{t("resume")}</Button>
        )}
        <Menu
          trigger={
            <Button variant="ghost" size="icon" aria-label={t("actions", { name })}>
              <Ellipsis aria-hidden className="size-4" />
            </Button>
          }
        >
          {mine && (
            <>
              <MenuItem icon={<Pencil />} onSelect={onEdit}>
                {t("edit")}
              </MenuItem>
              <MenuItem icon={<FlaskConical />} onSelect={() => void change.tryOut(schedule)}>
                {t("try")}
              </MenuItem>
              <MenuSeparator />
            </>
          )}
          <MenuItem
            icon={halted ? <Play /> : <Pause />}
            onSelect={() => void change.pause(schedule, halted === null)}
          >
            {t(halted ? "resume" : "pause")}
          </MenuItem>
          <MenuItem danger icon={<Trash2 />} onSelect={() => void change.remove(schedule)}>
            {t("delete")}
          </MenuItem>
        </Menu>
      </div>
    </li>
  );
}

const mostNamed = 3;

/** The first of them; all on hover. */
function Recipients({ of: { recipients } }: { of: ListedSchedule }) {
  const t = useTranslations("schedules");
  const names = recipients.map(({ name, address }) => address ?? t("no-mail-for", { name: name ?? "" }));
  const others = names.length - mostNamed;
  const named = (others > 0 ? names.slice(0, mostNamed) : names).join(", ");
  return (
    <span title={names.join(", ")}>
      {others > 0 ? t("to-others", { named, count: others }) : t("to", { named })}
    </span>
  );
}
