"use client";

import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import type { z } from "zod";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Combobox, ComboboxMany } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import type { ErrorCode } from "@/lib/errors";
import { Profile } from "@/lib/users/schema";
import { RoleTicks } from "./role-ticks";

/** As it is typed: an empty field is an empty text. */
export type Draft = z.input<typeof Profile> & { personnelNumber: string; email: string };

type Key = keyof Draft;
type Errors = Partial<Record<Key, string>>;

const fieldOf: Partial<Record<ErrorCode, Key>> = {
  "username-taken": "username",
  "personnel-number-taken": "personnelNumber",
  "unknown-team": "team",
};

/** What nobody can be without. */
const needed = ["name", "username", "team"] as const;

type UserFormProps = {
  initial: Draft;
  teams: readonly string[];
  verb: string;
  back: string;
  /** The username follows the name until it is written by hand. */
  suggest?: boolean;
  onSubmit: (profile: Profile, form: FormData) => Promise<{ ok: true } | { ok: false; code: ErrorCode }>;
  /** Further cards, such as the password of a new user. */
  children?: (draft: Draft) => ReactNode;
};

/** Who somebody is and what they may do, for a new user and one that is there. */
export function UserForm({ initial, teams, verb, back, suggest = false, onSubmit, children }: UserFormProps) {
  const t = useTranslations();
  const [draft, setDraft] = useState(initial);
  const [own, setOwn] = useState(!suggest);
  const [errors, setErrors] = useState<Errors>({});
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [saved, setSaved] = useState(false);
  const [pending, startTransition] = useTransition();
  const unsaved = saved ? 0 : keysOf(draft).filter((key) => !sameValue(draft[key], initial[key])).length;

  function set<K extends Key>(key: K, value: Draft[K]) {
    setErrors(({ [key]: _, ...others }) => others);
    setDraft((before) => ({
      ...before,
      [key]: value,
      ...(key === "name" && !own && { username: suggestUsername(String(value)) }),
    }));
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const profile = Profile.safeParse({
      ...draft,
      personnelNumber: draft.personnelNumber.trim() || null,
      email: draft.email.trim() || null,
      supervises: draft.roles.includes("supervisor") ? draft.supervises : [],
    });
    setFailed(null);
    if (!profile.success) {
      const issues = profile.error.issues.map(({ path, message }) => [String(path[0]), sentence(message)]);
      const missing = needed.filter((key) => draft[key].trim() === "");
      const asked = missing.map((key) => [key, t(`user-form.missing.${key}`)]);
      return refuse(form, Object.fromEntries([...issues.toReversed(), ...asked]));
    }
    if (pending) return;
    startTransition(async () => {
      const result = await reached(onSubmit(profile.data, new FormData(form)));
      if (result.ok) return;
      setSaved(false);
      const field = fieldOf[result.code];
      if (field) refuse(form, { [field]: t(`problem.${result.code}`) });
      else setFailed(result.code);
    });
  }

  /** Says what is wrong, and goes to the first field where something is. */
  function refuse(form: HTMLFormElement, wrong: Errors) {
    setErrors(wrong);
    requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  }

  const text = (key: "name" | "username" | "email" | "personnelNumber", required = false) => (
    <Field
      label={t(`user-form.${key}`)}
      error={errors[key]}
      required={required}
      {...(!required && { hint: t("user-form.optional") })}
    >
      <Input
        value={draft[key]}
        onChange={(event) => {
          if (key === "username") setOwn(true);
          set(key, event.target.value);
        }}
        autoComplete="off"
        spellCheck={false}
        {...(key === "email" && { inputMode: "email" as const })}
      />
    </Field>
  );

  return (
    <form onSubmit={submit} noValidate className="flex max-w-4xl flex-col gap-4">
      <LeaveDialog unsaved={unsaved} />
      {failed && <Alert live title={t(`problem.${failed}`)} />}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Card className="flex flex-col gap-4">
            <CardHeader title={t("user.details.person")} />
            {text("name", true)}
            {text("username", true)}
            {text("email")}
            {text("personnelNumber")}
          </Card>
          {children?.(draft)}
        </div>
        <Card className="flex flex-col gap-4">
          <CardHeader title={t("user.details.access")} />
          <Field label={t("user-form.team")} error={errors.team} required>
            <Combobox
              items={teams.map((name) => ({ value: name, label: name }))}
              value={draft.team}
              onChange={(team) => set("team", team)}
              placeholder={t("user-form.choose-team")}
              searchLabel={t("user-form.find-team")}
              noMatch={t("user-form.no-team")}
            />
          </Field>
          <RoleTicks chosen={draft.roles} error={errors.roles} onChange={(roles) => set("roles", roles)} />
          {draft.roles.includes("supervisor") && (
            <Field
              label={t("user-form.supervises")}
              description={t("user-form.supervises-text")}
              error={errors.supervises}
            >
              <ComboboxMany
                items={teams.map((name) => ({ value: name, label: name }))}
                values={draft.supervises}
                onChange={(supervises) => set("supervises", supervises)}
                none={t("user-form.no-teams-chosen")}
                searchLabel={t("user-form.find-team")}
                noMatch={t("user-form.no-team")}
              />
            </Field>
          )}
        </Card>
      </div>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          {verb}
        </Button>
        <ButtonLink href={back}>{t("ui.cancel")}</ButtonLink>
      </div>
    </form>
  );
}

/** `María Ortiz`: `maria.ortiz` */
function suggestUsername(name: string) {
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .trim()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ".")
    .replaceAll(/^\.|\.$/g, "")
    .slice(0, 64);
}

const keysOf = (draft: Draft) => Object.keys(draft) as Key[];
const sameValue = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const sentence = (message: string) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
