"use client";

import { UserPlus, X } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { type PickerItem, SearchPicker } from "@/components/ui/search-picker";
import type { ErrorCode } from "@/lib/errors";
import { useCandidates } from "../../_components/use-candidates";
import { useMove } from "./use-move";

/** Brings people of other teams in: one after the other is found, then all move together. */
export function AddPeople({ team }: { team: { id: string; name: string } }) {
  const t = useTranslations("team.people");
  const problem = useTranslations("problem");
  const cancel = useTranslations("ui")("cancel");
  const form = useId();
  const search = useCandidates(team.id, "member");
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<PickerItem[]>([]);
  const [missing, setMissing] = useState(false);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const { start, pending } = useMove(setFailed);

  function change(next: boolean) {
    setOpen(next);
    setChosen([]);
    setMissing(false);
    setFailed(null);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setMissing(chosen.length === 0);
    if (chosen.length === 0 || pending) return;
    start({ usernames: chosen.map(({ id }) => id), team, onMoved: () => change(false) });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button>
          <UserPlus aria-hidden className="size-3.5" />
          {t("add")}
        </Button>
      }
      title={t("add-title", { team: team.name })}
      description={t("add-text")}
      actions={
        <>
          <DialogClose render={<Button>{cancel}</Button>} />
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {t("add-verb", { count: chosen.length })}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        {failed && <Alert live title={problem(failed)} />}
        <Field label={t("find")} description={t("find-hint")} error={missing && t("find-missing")}>
          <SearchPicker
            search={async (text) =>
              (await search(text)).filter(({ id }) => !chosen.some((one) => one.id === id))
            }
            onPick={(item) => {
              setChosen([...chosen, item]);
              setMissing(false);
            }}
            none={t("find-none")}
          />
        </Field>
        {chosen.length > 0 && (
          <ul
            aria-label={t("chosen")}
            className="max-h-60 divide-y divide-line overflow-y-auto rounded-md border border-line"
          >
            {chosen.map((item) => (
              <li key={item.id} className="flex items-center gap-2 py-1 pr-1.5 pl-3">
                <span className="min-w-0 flex-1 truncate" dir="auto">
                  {item.label}
                </span>
                <span className="max-w-1/2 truncate text-ink-2 text-xs">{item.detail}</span>
                <Button
                  variant="ghost"
                  size="iconSm"
                  aria-label={t("unchoose", { name: item.label })}
                  onClick={() => setChosen(chosen.filter((one) => one !== item))}
                >
                  <X aria-hidden className="size-3.5" />
                </Button>
              </li>
            ))}
          </ul>
        )}
      </form>
    </Dialog>
  );
}
