"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const plain = (text: string) => text.trim().replace(/^v/i, "");

type Named = { name: string; version: string };

/** True for `2.18.0`, with its build or without, with `v` or without. */
export const isTyped = (typed: string, { name, version }: Named) =>
  [plain(name), plain(version)].includes(plain(typed));

type Props = { version: string; typed: string; onChange: (typed: string) => void };

/** What signs people out is named by hand first. */
export function TypedVersion({ version, typed, onChange }: Props) {
  const t = useTranslations("release.publish");
  return (
    <Field label={t("type", { version: plain(version) })} required>
      <Input
        name="typedVersion"
        className="num"
        value={typed}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
      />
    </Field>
  );
}
