import { useRouter } from "next/navigation";
import { type FormEvent, startTransition, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { ChoiceCards } from "@/components/ui/choice-cards";
import { ComboboxMany } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import type { Reason } from "@/lib/reasons/queries";
import { longestReason } from "@/lib/seats/schema";
import { changeReason, createReason } from "../actions";

type FormProps = {
  id: string;
  /** Undefined for a new one. */
  reason: Reason | undefined;
  teams: readonly string[];
  pending: boolean;
  onPending: (pending: boolean) => void;
  onDone: () => void;
};

export function ReasonForm({ id, reason, teams, pending, onPending, onDone }: FormProps) {
  const t = useTranslations("reasons");
  const problem = useTranslations("problem");
  const toast = useToast();
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState(reason?.kind ?? "break");
  const [chosen, setChosen] = useState<readonly string[]>(reason?.teams ?? []);
  const [failed, setFailed] = useState<ErrorCode | "missing" | null>(null);
  const aboutName = failed === "missing" || failed === "reason-name-taken";

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const name = String(new FormData(event.currentTarget).get("name")).trim();
    if (name === "") return refuse("missing");
    const entered = { name, kind, teams: chosen.length > 0 ? [...chosen] : null };
    onPending(true);
    const result = await reached(
      reason ? changeReason({ id: reason.id, ...changed(reason, entered) }) : createReason(entered),
    );
    onPending(false);
    if (!result.ok) return refuse(result.code);
    startTransition(() => router.refresh());
    toast({ title: t(reason ? "changed" : "added", { name }) });
    onDone();
  }

  function refuse(code: NonNullable<typeof failed>) {
    setFailed(code);
    field.current?.focus();
  }

  return (
    <form id={id} onSubmit={submit} className="flex flex-col gap-4">
      {failed && !aboutName && <Alert live title={problem(failed)} />}
      <Field
        label={t("name")}
        description={reason && t("name-hint", { name: reason.name })}
        error={aboutName && (failed === "missing" ? t("name-missing") : problem(failed))}
        required
      >
        <Input
          ref={field}
          name="name"
          defaultValue={reason?.name}
          maxLength={longestReason}
          autoComplete="off"
        />
      </Field>
      <ChoiceCards
        label={t("counts-as")}
        name="kind"
        value={kind}
        onChange={setKind}
        choices={(["break", "working"] as const).map((value) => ({
          value,
          label: t(`kind.${value}`),
          text: t(`kind-text.${value}`),
        }))}
      />
      <Field label={t("offered-to")} description={t("offered-to-hint")}>
        <ComboboxMany
          items={teams.map((value) => ({ value, label: value }))}
          values={chosen}
          onChange={setChosen}
          none={t("every-team")}
          searchLabel={t("team-search")}
          noMatch={t("team-none")}
        />
      </Field>
    </form>
  );
}

type Entered = Pick<Reason, "name" | "kind" | "teams">;

/** What differs alone: who changes something else at the same time loses nothing. */
function changed(reason: Reason, entered: Entered): Partial<Entered> {
  const same = (key: keyof Entered) => JSON.stringify(entered[key]) === JSON.stringify(reason[key]);
  return {
    ...(!same("name") && { name: entered.name }),
    ...(!same("kind") && { kind: entered.kind }),
    ...(!same("teams") && { teams: entered.teams }),
  };
}
