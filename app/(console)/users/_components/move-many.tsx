"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { Left } from "@/lib/users/left";
import { moveMembers } from "../actions";
import type { Many } from "./bulk-actions";
import { BulkDialog } from "./bulk-dialog";
import { useDeed } from "./use-deed";

type Moved = { moved: { username: string; from: string }[]; left: Left[] };
type Props = { many: Many; teams: readonly { id: string; name: string }[]; onClose: () => void };

const movedOf = (answers: readonly Moved[]) => answers.flatMap((answer) => answer.moved);

/** Moves many users into one team, and offers to put each back where they were. */
export function MoveMany({ many, teams, onClose }: Props) {
  const t = useTranslations("users.bulk");
  const [teamId, setTeamId] = useState("");
  const team = teams.find(({ id }) => id === teamId);
  const to = (teamId: string) => (usernames: string[]) => moveMembers({ usernames, teamId });

  const deed = useDeed<Moved>({
    many,
    onClose,
    step: to(teamId),
    tell: (answers) => {
      const count = movedOf(answers).length;
      const left = answers.flatMap((answer) => answer.left);
      return { count, title: t("move-done", { count, team: team?.name ?? "" }), left };
    },
    undo: async (answers, run) => {
      const moved = movedOf(answers);
      for (const from of new Set(moved.map((person) => person.from))) {
        const usernames = moved.filter((person) => person.from === from).map(({ username }) => username);
        if (!(await run(usernames, to(from)))) return false;
      }
      return true;
    },
  });

  return (
    <BulkDialog
      title={t("move-title", { count: deed.count })}
      consequence={t("move-consequence")}
      verb={t("move-verb", { count: deed.count })}
      ready={team !== undefined}
      deed={deed}
    >
      <Field label={t("move-to")}>
        <Combobox
          items={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={teamId}
          onChange={setTeamId}
          placeholder={t("choose-team")}
          searchLabel={t("find-team")}
          noMatch={t("no-team")}
        />
      </Field>
    </BulkDialog>
  );
}
