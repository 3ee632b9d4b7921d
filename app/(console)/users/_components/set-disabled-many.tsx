"use client";

import { useTranslations } from "use-intl";
import type { Left } from "@/lib/users/left";
import { countOpenSeats, setDisabled } from "../actions";
import type { Many } from "./bulk-actions";
import { BulkDialog } from "./bulk-dialog";
import { useDeed } from "./use-deed";
import { useFigures } from "./use-figures";

type Changed = { changed: string[]; sessionsEnded: number; left: Left[] };
type Props = { disabled: boolean; many: Many; onClose: () => void };

const changedOf = (answers: readonly Changed[]) => answers.flatMap((answer) => answer.changed);

/** Disables or enables many users, and offers to take it back. */
export function SetDisabledMany({ disabled, many, onClose }: Props) {
  const t = useTranslations("users.bulk");
  const seats = useFigures(many, countOpenSeats);
  const verb = disabled ? "disable" : "enable";
  const step = (to: boolean) => (usernames: string[]) => setDisabled({ usernames, disabled: to });

  const deed = useDeed<Changed>({
    many,
    onClose,
    step: step(disabled),
    tell: (answers) => {
      const count = changedOf(answers).length;
      const sessions = answers.reduce((sum, answer) => sum + answer.sessionsEnded, 0);
      return {
        count,
        title: t(`${verb}-done`, { count }),
        description: sessions > 0 ? t("sessions-ended", { count: sessions }) : undefined,
        left: answers.flatMap(({ left }) => left),
      };
    },
    undo: (answers, run) => run(changedOf(answers), step(!disabled)),
    undoneText: disabled ? t("undone-text") : undefined,
  });

  return (
    <BulkDialog
      danger={disabled}
      title={t(`${verb}-title`, { count: deed.count })}
      consequence={[t(`${verb}-consequence`), disabled && seats && t("at-work", seats)]
        .filter(Boolean)
        .join(" ")}
      verb={t(`${verb}-verb`, { count: deed.count })}
      deed={deed}
    />
  );
}
