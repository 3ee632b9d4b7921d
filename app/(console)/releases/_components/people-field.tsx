"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SearchPicker } from "@/components/ui/search-picker";
import { findPeople } from "../../_components/find-people";
import type { Named } from "./draft";

type Props = {
  label: string;
  people: readonly Named[];
  error: string | undefined;
  onChange: (people: Named[]) => void;
};

/** Some people by name, found by typing. */
export function PeopleField({ label, people, error, onChange }: Props) {
  const t = useTranslations("release.form");
  const chosen = new Set(people.map(({ username }) => username));

  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Field label={label} error={error} hint={t("optional")}>
        <SearchPicker
          placeholder={t("find-person")}
          none={t("no-person")}
          search={async (text) => (await findPeople(text)).filter(({ id }) => !chosen.has(id))}
          onPick={({ id, label: name }) => {
            if (!chosen.has(id)) onChange([...people, { username: id, name }]);
          }}
        />
      </Field>
      {people.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {people.map(({ username, name }) => (
            <li key={username} className="flex items-center gap-0.5 rounded-md bg-chip pl-2" title={username}>
              {name}
              <Button
                variant="ghost"
                size="iconSm"
                aria-label={t("remove-person", { name })}
                onClick={() => onChange(people.filter((one) => one.username !== username))}
              >
                <X aria-hidden className="size-3" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
