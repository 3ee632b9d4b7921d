import { createTranslator } from "use-intl/core";
import { env } from "@/lib/env";
import type { ReportMail, ScheduleMail, Wording } from "@/lib/mail/schema";
import { rangeMark } from "@/lib/schedules/schema";
import en from "@/messages/en.json";

const texts = createTranslator({ locale: "en-GB", messages: en, namespace: "gateway.report-mail" });
const failures = createTranslator({ locale: "en-GB", messages: en, namespace: "schedules.failure" });
const halts = createTranslator({ locale: "en-GB", messages: en, namespace: "schedules.halt" });

const schedules = () => new URL("/reports/schedules", env().CONSOLE_URL).href;

const wording = (subject: string, lines: readonly string[]): Wording => ({
  subject,
  text: `${lines.join("\n\n")}\n`,
});

/** The mail that carries a report, or leads to it. */
export function wordReport({ schedule, subject, from, to, zone, rows, link, trial }: ReportMail): Wording {
  const range = rangeText(from, to, zone);
  return wording((subject ?? texts("subject", { schedule, range: rangeMark })).replaceAll(rangeMark, range), [
    texts("what", { range, zone, rows }),
    link === null ? texts("attached") : texts("too-large", { link: new URL(link, env().CONSOLE_URL).href }),
    texts(trial ? "trial" : "why", { schedule, link: schedules() }),
  ]);
}

/** What its owner is told of a schedule that does not do what it should. */
export function wordSchedule(content: ScheduleMail): Wording {
  const { schedule, zone } = content;
  const last = texts("see", { link: schedules() });
  if (content.code === "schedule-stopped")
    return wording(texts("stopped-subject", { schedule }), [
      texts("stopped", { schedule, why: halts(content.why) }),
      last,
    ]);
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: zone });
  const dueAt = format.format(new Date(content.dueAt));
  if (content.code === "schedule-failed")
    return wording(texts("failed-subject", { schedule }), [
      texts("failed", { schedule, dueAt, zone, why: failures(content.why) }),
      last,
    ]);
  const { count, said } = content;
  return wording(texts("undelivered-subject", { schedule }), [
    texts("undelivered", { schedule, dueAt, zone, count, said }),
    last,
  ]);
}

/** Days have no zone: they are written as they are. */
function rangeText(from: string, to: string, zone: string) {
  const isDay = !from.includes("T");
  const format = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    ...(isDay ? { timeZone: "UTC" } : { timeStyle: "short", timeZone: zone }),
  });
  return from === to ? format.format(new Date(from)) : format.formatRange(new Date(from), new Date(to));
}
