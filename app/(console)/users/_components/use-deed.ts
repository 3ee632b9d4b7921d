"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ActionResult } from "@/app/_edges/action";
import { useToast } from "@/components/ui/toast";
import type { Left } from "@/lib/users/left";
import { mostAtOnce } from "@/lib/users/schema";
import { useBulk } from "../../_components/use-bulk";
import type { Many } from "./bulk-actions";
import { isWorthALook, useLeftWords } from "./use-left-words";

/** What came of a deed, in words. */
type Told = { count: number; title: string; description?: string | undefined; left?: readonly Left[] };

type Run<T> = (
  usernames: readonly string[],
  step: (some: string[]) => Promise<ActionResult<T>>,
) => Promise<boolean>;

type DeedInput<T> = {
  many: Many;
  onClose: () => void;
  step: (usernames: string[]) => Promise<ActionResult<T>>;
  tell: (answers: readonly T[]) => Told;
  /** Puts things back as they were: true if all of them could be. */
  undo?: (answers: readonly T[], run: Run<T>) => Promise<boolean>;
  /** Said beside what was taken back. */
  undoneText?: string | undefined;
  /** The dialog has more to show when it is done, instead of a toast. */
  shows?: (answers: readonly T[]) => boolean;
};

/** Something done to many: asked for, watched, told, and taken back where it can be. */
export function useDeed<T>({ many, onClose, step, tell, undo, undoneText, ...rest }: DeedInput<T>) {
  const t = useTranslations("users.bulk");
  const toast = useToast();
  const words = useLeftWords();
  const bulk = useBulk(mostAtOnce);
  // Those who were selected when somebody asked: when it is done, nobody is.
  const [count] = useState(many.count);
  const [outcome, setOutcome] = useState<{ told: Told; answers: readonly T[] } | null>(null);
  const running = bulk.state.kind === "running";

  async function confirm() {
    const done = await bulk.run({ items: many.usernames, step });
    if (!done) return;
    const { answers, refused } = done;
    const told = tell(answers);
    const left = told.left ?? [];
    const shows = rest.shows?.(answers) ?? (!refused && left.some(isWorthALook));
    // The dialog of a refusal stays, and says why; what was done before it can be taken back all the same.
    if (shows) setOutcome({ told, answers });
    else if (!refused) onClose();
    if (refused && told.count === 0) return;
    many.onDone();
    if (shows) return;
    const description = [told.description, ...words(left).map(({ text }) => text)].filter(Boolean).join(" ");
    toast({
      title: told.title,
      ...(description && { description }),
      ...(undo && told.count > 0 && { action: { label: t("undo"), onPress: () => void takeBack(answers) } }),
    });
  }

  async function takeBack(answers: readonly T[]) {
    const undone = await undo?.(answers, async (usernames, step) => {
      const run = await bulk.run({ items: async () => usernames, step });
      return run !== null && !run.refused && (tell(run.answers).left ?? []).length === 0;
    });
    many.onDone();
    const { count } = tell(answers);
    if (undone) toast({ title: t("undone", { count }), ...(undoneText && { description: undoneText }) });
    else toast({ tone: "danger", title: t("undo-failed") });
  }

  return {
    count,
    state: bulk.state,
    undoable: undo !== undefined,
    outcome,
    confirm: () => void confirm(),
    /** Stops what runs, or closes the dialog. */
    cancel: running ? bulk.stop : onClose,
    close: onClose,
  };
}
export type Deed<T> = ReturnType<typeof useDeed<T>>;
