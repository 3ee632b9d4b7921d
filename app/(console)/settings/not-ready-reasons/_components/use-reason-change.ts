import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { useToast } from "@/components/ui/toast";
import type { Reason } from "@/lib/reasons/queries";
import { changeReason } from "../actions";

/** Changes that need no dialog: each says what it did, and archiving can be undone. */
export function useReasonChange() {
  const t = useTranslations("reasons");
  const problem = useTranslations("problem");
  const toast = useToast();
  const router = useRouter();

  async function change(id: string, patch: Omit<Parameters<typeof changeReason>[0], "id">) {
    const result = await reached(changeReason({ id, ...patch }));
    startTransition(() => router.refresh());
    if (!result.ok) toast({ tone: "danger", title: t("not-saved"), description: problem(result.code) });
    return result.ok;
  }

  async function restore({ id, name }: Reason) {
    if (await change(id, { archived: false })) toast({ title: t("restored", { name }) });
  }

  async function archive(reason: Reason) {
    if (!(await change(reason.id, { archived: true }))) return;
    toast({
      title: t("archived-done", { name: reason.name }),
      description: t("archived-done-text"),
      action: { label: t("undo"), onPress: () => void restore(reason) },
    });
  }

  return {
    archive,
    restore,
    move: (id: string, before: string | null) => change(id, { before }),
  };
}
export type ReasonChange = ReturnType<typeof useReasonChange>;
