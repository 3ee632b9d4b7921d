"use client";

import { useTranslations } from "use-intl";
import type { LinkLine } from "@/lib/auth/link-list";
import type { Left } from "@/lib/users/left";
import { resetPasswords } from "../actions";
import type { Many } from "./bulk-actions";
import { BulkDialog } from "./bulk-dialog";
import { LinksMade } from "./links-made";
import { useDeed } from "./use-deed";

type Reset = { links: LinkLine[]; left: Left[] };

const linksOf = (answers: readonly Reset[]) => answers.flatMap(({ links }) => links);

/** Voids the passwords of many users; shows the links by which they set others, this once. */
export function ResetMany({ many, onClose }: { many: Many; onClose: () => void }) {
  const t = useTranslations("users.bulk");
  const deed = useDeed<Reset>({
    many,
    onClose,
    step: (usernames) => resetPasswords({ usernames }),
    tell: (answers) => {
      const count = linksOf(answers).length;
      return { count, title: t("reset-done", { count }), left: answers.flatMap(({ left }) => left) };
    },
    // Links that were made before a refusal are as good as any.
    shows: (answers) => answers.some(({ links, left }) => links.length + left.length > 0),
  });
  const { outcome, state } = deed;
  const links = outcome ? linksOf(outcome.answers) : [];
  if (outcome && links.length > 0)
    return (
      <LinksMade
        links={links}
        left={outcome.told.left ?? []}
        stopped={state.kind === "failed" ? state.code : null}
        onClose={onClose}
      />
    );
  return (
    <BulkDialog
      danger
      title={t("reset-title", { count: deed.count })}
      consequence={t("reset-consequence")}
      verb={t("reset-verb")}
      deed={deed}
    />
  );
}
