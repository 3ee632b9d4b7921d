"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import { deleteTeam } from "../../actions";

type Team = { id: string; name: string; people: number; hasSessions: boolean; supervisors: number };

/** Deletes a team that nobody is in and no report names; of any other it says what keeps it, and what can be done. */
export function DeleteTeam({ team }: { team: Team }) {
  const t = useTranslations("delete-team");
  const problem = useTranslations("problem");
  const ui = useTranslations("ui");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();
  const { name, people, supervisors } = team;
  const kept = people > 0 ? "people" : team.hasSessions ? "sessions" : null;

  function remove() {
    startTransition(async () => {
      const result = await reached(deleteTeam({ id: team.id }));
      if (!result.ok) return setFailed(result.code);
      toast({ title: t("done", { name }) });
      router.push("/teams");
    });
  }

  function change(next: boolean) {
    setOpen(next);
    setFailed(null);
  }

  return (
    <Dialog
      alert
      open={open}
      onOpenChange={change}
      trigger={<Button variant="danger">{t("button")}</Button>}
      title={t(kept ? "kept-title" : "title", { name })}
      description={t(kept ? `kept-${kept}` : "consequence", { name, people, supervisors })}
      actions={
        kept ? (
          <>
            <DialogClose render={<Button>{ui("close")}</Button>} />
            {kept === "people" && (
              <ButtonLink href={`/teams/${team.id}/people`} variant="primary" onClick={() => change(false)}>
                {t("to-people")}
              </ButtonLink>
            )}
          </>
        ) : (
          <>
            <DialogClose render={<Button>{ui("cancel")}</Button>} />
            <Button variant="dangerSolid" pending={pending} onClick={remove}>
              {t("verb")}
            </Button>
          </>
        )
      }
    >
      {failed && <Alert live title={problem(failed)} />}
    </Dialog>
  );
}
