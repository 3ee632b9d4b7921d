import { forgetOldPasswordLinks } from "@/lib/auth/password-links";
import { forgetOldFailures } from "@/lib/auth/throttle";
import { forgetOldImports } from "@/lib/imports/sweep";
import { log } from "@/lib/log";
import { forgetOldLogs, sweepLogRequests } from "@/lib/logs/sweep";
import { forgetOldMails, sweepMails } from "@/lib/mail/sweep";
import { sweepReminders, sweepToldBefore } from "@/lib/notices/remind";
import { sweepDeadlines, untilNextDeadline } from "@/lib/notices/sweep";
import { forgetOldPushes, sweepPushes } from "@/lib/push/sweep";
import { turnReleases } from "@/lib/releases/turn";
import { forgetOldRequests } from "@/lib/requests/sweep";
import { forgetOldSchedules, sweepSchedules } from "@/lib/schedules/sweep";
import { beat } from "@/lib/seats/beat";
import { sweepSchedule, sweepSilent, sweepUnreachable } from "@/lib/sessions/sweep";
import { closeDoneWorkItems } from "@/lib/work-items/done";
import { sweepWorkItems } from "@/lib/work-items/sweep";
import { wordMail } from "./mail";
import { exportTexts } from "./report-texts";

const never = async (): Promise<number | null> => null;

/**
 * Runs a task again and again, `everyMs` after its last end, or sooner where it is known in how many ms there is something to
 * do; a failure is logged and the next round comes.
 */
function repeat(name: string, everyMs: number, task: () => Promise<unknown>, untilNext = never) {
  let timer: NodeJS.Timeout;
  let running: Promise<void> = Promise.resolve();
  async function run() {
    try {
      await task();
      return Math.min(everyMs, (await untilNext()) ?? everyMs);
    } catch (error) {
      log.error({ task: name, error: String(error) }, "background task failed");
      return everyMs;
    }
  }
  const round = () => {
    running = run().then((ms) => {
      timer = setTimeout(round, ms);
    });
  };
  timer = setTimeout(round, 0);
  return async () => {
    clearTimeout(timer);
    await running;
    clearTimeout(timer);
  };
}

/** What every gateway does on the side; returns how to stop it. */
export async function startBackground() {
  // Before the first sweep: a lease that ran out while no gateway was there starts anew.
  await beat();
  const stops = [
    repeat("beat", 1000, beat),
    repeat("silence", 500, sweepSilent),
    repeat("unreachable", 1000, sweepUnreachable),
    repeat("schedule", 1000, sweepSchedule),
    repeat("releases", 1000, turnReleases),
    repeat("deadlines", 500, sweepDeadlines, untilNextDeadline),
    repeat("reminders", 1000, sweepReminders),
    repeat("reminders of another session", 10_000, sweepToldBefore),
    repeat("log requests", 1000, sweepLogRequests),
    repeat("pushes", 1000, sweepPushes),
    repeat("work items", 1000, sweepWorkItems),
    repeat("done work items", 60_000, closeDoneWorkItems),
    repeat("scheduled reports", 1000, () => sweepSchedules(exportTexts)),
    repeat("mails", 1000, () => sweepMails(wordMail)),
    repeat("failures", 60_000, forgetOldFailures),
    repeat("imports", 60_000, forgetOldImports),
    repeat("requests", 60_000, forgetOldRequests),
    repeat("old logs", 60_000, forgetOldLogs),
    repeat("password links", 3600_000, forgetOldPasswordLinks),
    repeat("old pushes", 3600_000, forgetOldPushes),
    repeat("old mails", 3600_000, forgetOldMails),
    repeat("old schedules", 3600_000, forgetOldSchedules),
  ];
  return () => Promise.all(stops.map((stop) => stop()));
}
