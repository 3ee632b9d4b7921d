"use client";

import { type FormEvent, useId, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import type { Views } from "@/app/_edges/views";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ErrorCode } from "@/lib/errors";
import type { ListedLayout } from "@/lib/layouts/queries";
import type { Audience } from "@/lib/layouts/schema";
import { longestName } from "@/lib/layouts/schema";
import type { ViewChange } from "./use-view-change";

export type ViewQuestion = "save" | "rename" | "share";

type Props = {
  about: ViewQuestion;
  current: ListedLayout | null;
  views: Views;
  teams: readonly { id: string; name: string }[];
  change: ViewChange;
  onClose: () => void;
};

/** Asks for the name of a view, or who sees it, or both. */
export function ViewDialog({ about, current, views, teams, change, onClose }: Props) {
  const t = useTranslations("views");
  const problem = useTranslations("problem");
  const ui = useTranslations("ui");
  const form = useId();
  const field = useRef<HTMLInputElement>(null);
  const [audience, setAudience] = useState(about === "share" && current ? keyOf(current.audience) : personal);
  const [missing, setMissing] = useState(false);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [pending, startTransition] = useTransition();
  const taken = failed === "layout-name-taken";
  const name = current?.name ?? "";

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("name") ?? name).trim();
    setMissing(typed === "");
    setFailed(null);
    if (typed === "") return field.current?.focus();
    if (pending) return;
    const done = {
      save: () => change.saveAs({ name: typed, audience: audienceOf(audience) }),
      rename: () => change.change({ name: typed }),
      share: () => change.change({ audience: audienceOf(audience) }),
    };
    startTransition(async () => {
      const refused = await done[about]();
      if (!refused) return onClose();
      setFailed(refused);
      field.current?.focus();
    });
  }

  const withWhom = [
    { value: personal, label: t(about === "share" && !current?.mine ? "personal-other" : "personal") },
    ...(views.mayShare ? teams.map(({ id, name }) => ({ value: id, label: t("team", { team: name }) })) : []),
    ...(views.mayPublish ? [{ value: everyone, label: t("everyone") }] : []),
  ];

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="sm"
      title={t(`${about}-title`, { name })}
      description={about === "rename" ? undefined : t(`${about}-text`)}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {t(`${about}-verb`)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        {failed && !taken && <Alert live title={problem(failed)} />}
        {about !== "share" && (
          <Field
            label={t("name")}
            error={missing ? t("name-missing") : taken && problem("layout-name-taken")}
            required
          >
            <Input
              ref={field}
              name="name"
              defaultValue={about === "rename" ? name : ""}
              maxLength={longestName}
              autoComplete="off"
            />
          </Field>
        )}
        {about !== "rename" && (
          <Field label={t("audience")}>
            <Select items={withWhom} value={audience} onChange={setAudience} />
          </Field>
        )}
      </form>
    </Dialog>
  );
}

// Beside the ids of teams.
const personal = "personal";
const everyone = "everyone";

const keyOf = (audience: Audience): string => (audience.kind === "team" ? audience.teamId : audience.kind);

function audienceOf(key: string): Audience {
  if (key === personal || key === everyone) return { kind: key };
  return { kind: "team", teamId: key };
}
