import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import type { ActionResult } from "@/app/_edges/action";
import { useToast } from "@/components/ui/toast";
import type { ListedSchedule } from "@/lib/schedules/queries";
import { changeSchedule, deleteSchedule, restoreSchedule, trySchedule } from "../actions";

/** Changes that need no form: each says what it did, and a deletion can be undone. */
export function useScheduleChange() {
  const t = useTranslations("schedules");
  const problem = useTranslations("problem");
  const undo = useTranslations("ui")("undo");
  const toast = useToast();
  const router = useRouter();

  async function run<T>(answer: Promise<ActionResult<T>>) {
    const result = await reached(answer);
    startTransition(() => router.refresh());
    if (result.ok) return result.value;
    toast({ tone: "danger", title: t("not-done"), description: problem(result.code) });
    return null;
  }

  async function pause({ id, revision, name }: ListedSchedule, paused: boolean) {
    if (await run(changeSchedule({ id, revision, paused })))
      toast({ title: t(paused ? "paused-done" : "resumed-done", { name }) });
  }

  async function restore({ id, name }: ListedSchedule) {
    if (await run(restoreSchedule({ id }))) toast({ title: t("restored", { name }) });
  }

  async function remove(schedule: ListedSchedule) {
    const { id, revision, name } = schedule;
    if (!(await run(deleteSchedule({ id, revision })))) return;
    toast({
      title: t("deleted", { name }),
      description: t("deleted-text"),
      action: { label: undo, onPress: () => void restore(schedule) },
    });
  }

  async function tryOut({ id, name }: ListedSchedule) {
    const sent = await run(trySchedule({ id }));
    if (sent) toast({ title: t("tried", { name }), description: t("tried-text", { to: sent.to }) });
  }

  return { pause, remove, tryOut };
}
export type ScheduleChange = ReturnType<typeof useScheduleChange>;
