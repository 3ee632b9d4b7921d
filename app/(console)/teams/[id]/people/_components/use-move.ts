"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import { moveMembers } from "../../../actions";

const move = (usernames: string[], teamId: string) => reached(moveMembers({ usernames, teamId }));

type Moved = { username: string; from: string };
type Move = { usernames: string[]; team: { id: string; name: string }; onMoved: () => void };

/** Moves people into a team, and offers to put each back where they were. `onFailed` hears why it did not work. */
export function useMove(onFailed: (code: ErrorCode) => void) {
  const t = useTranslations("team.people");
  const undo = useTranslations("ui")("undo");
  const problem = useTranslations("problem");
  const toast = useToast();
  const [pending, startTransition] = useTransition();

  async function takeBack(moved: readonly Moved[]) {
    for (const from of new Set(moved.map((person) => person.from))) {
      const usernames = moved.filter((person) => person.from === from).map(({ username }) => username);
      const result = await move(usernames, from);
      if (!result.ok) return toast({ title: problem(result.code), tone: "danger" });
      if (result.value.left.length > 0) return toast({ title: problem("unknown-user"), tone: "danger" });
    }
  }

  function start({ usernames, team, onMoved }: Move) {
    startTransition(async () => {
      const result = await move(usernames, team.id);
      if (!result.ok) return onFailed(result.code);
      const { moved, left } = result.value;
      onMoved();
      toast({
        title: t("moved", { count: moved.length, team: team.name }),
        ...(left.length > 0 && {
          description: t("left", { names: left.map(({ name }) => name).join(", ") }),
        }),
        ...(moved.length > 0 && { action: { label: undo, onPress: () => void takeBack(moved) } }),
      });
    });
  }

  return { start, pending };
}
