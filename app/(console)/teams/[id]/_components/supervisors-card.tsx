"use client";

import { X } from "lucide-react";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { SearchPicker } from "@/components/ui/search-picker";
import { useToast } from "@/components/ui/toast";
import { changeSupervisors } from "../../actions";
import { useCandidates } from "./use-candidates";

export type Supervisor = { username: string; name: string };
type Props = { id: string; name: string; supervisors: Supervisor[] };

/** Who supervises the team: each is added and removed at once, and back again. */
export function SupervisorsCard({ id, name: team, supervisors }: Props) {
  const t = useTranslations("team.supervisors");
  const undo = useTranslations("ui")("undo");
  const problem = useTranslations("problem");
  const toast = useToast();
  const search = useCandidates(id, "supervisor");
  const [removing, setRemoving] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  function change(does: "add" | "remove", user: Supervisor, takingBack = false) {
    startTransition(async () => {
      const result = await reached(changeSupervisors({ id, [does]: [user.username] }));
      if (!result.ok) return toast({ title: problem(result.code), tone: "danger" });
      if (takingBack) return;
      const back = does === "add" ? "remove" : "add";
      toast({
        title: t(does === "add" ? "added" : "removed", { name: user.name, team }),
        action: { label: undo, onPress: () => change(back, user, true) },
      });
    });
  }

  return (
    <Card flush>
      <div className="flex flex-col gap-3 p-4.5">
        <CardHeader
          title={t("title")}
          subtitle={supervisors.length > 0 ? t("count", { count: supervisors.length }) : ""}
        />
        <SearchPicker
          label={t("add")}
          placeholder={t("add")}
          none={t("none-found")}
          search={search}
          onPick={({ id: username, label: name }) => change("add", { username, name })}
        />
      </div>
      {supervisors.length === 0 ? (
        <p className="border-line border-t px-4.5 py-3 text-ink-2">{t("none")}</p>
      ) : (
        <ul
          aria-label={t("title")}
          className="max-h-80 divide-y divide-line overflow-y-auto border-line border-t"
        >
          {supervisors.map((user) => (
            <li key={user.username} className="flex items-center gap-3 py-1 pr-2.5 pl-4.5 hover:bg-hover">
              <SupervisorName {...user} />
              <Button
                variant="ghost"
                size="iconSm"
                aria-label={t("remove", { name: user.name })}
                pending={pending && removing === user.username}
                onClick={() => {
                  setRemoving(user.username);
                  change("remove", user);
                }}
              >
                <X aria-hidden className="size-3.5" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function SupervisorName({ name, username }: Supervisor) {
  return (
    <span className="flex min-w-0 flex-1 items-baseline gap-2">
      <span className="truncate" dir="auto" title={name}>
        {name}
      </span>
      <span className="shrink-0 text-ink-3 text-xs">{username}</span>
    </span>
  );
}
