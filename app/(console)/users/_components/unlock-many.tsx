"use client";

import { useTranslations } from "use-intl";
import type { Left } from "@/lib/users/left";
import { countLocked, unlockUsers } from "../actions";
import type { Many } from "./bulk-actions";
import { BulkDialog } from "./bulk-dialog";
import { useDeed } from "./use-deed";
import { useFigures } from "./use-figures";

type Unlocked = { unlocked: number; left: Left[] };

/** Lets the right passwords of many users in again before their locks end by themselves. */
export function UnlockMany({ many, onClose }: { many: Many; onClose: () => void }) {
  const t = useTranslations("users.bulk");
  const figures = useFigures(many, countLocked);
  const deed = useDeed<Unlocked>({
    many,
    onClose,
    step: (usernames) => unlockUsers({ usernames }),
    tell: (answers) => {
      const count = answers.reduce((sum, { unlocked }) => sum + unlocked, 0);
      return { count, title: t("unlock-done", { count }), left: answers.flatMap(({ left }) => left) };
    },
  });
  return (
    <BulkDialog
      title={t("unlock-title", { count: deed.count })}
      consequence={[t("unlock-consequence"), figures && t("unlock-now", figures)].filter(Boolean).join(" ")}
      verb={t("unlock-verb")}
      ready={figures?.locked !== 0}
      deed={deed}
    />
  );
}
