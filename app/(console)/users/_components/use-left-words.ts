"use client";

import { useTranslations } from "use-intl";
import type { Left, LeftCode } from "@/lib/users/left";

type LeftGroup = { code: LeftCode; text: string; names: string[] };

/** Those who were left as they were, by why, in a sentence each. */
export function useLeftWords() {
  const t = useTranslations("users.bulk.left");
  return (left: readonly Left[]): LeftGroup[] =>
    [...new Set(left.map(({ code }) => code))].map((code) => {
      const names = left.filter((one) => one.code === code).map(({ name }) => name);
      return { code, text: t(code, { count: names.length }), names };
    });
}

/** Where there was nothing to do, a sentence says enough. */
export const isWorthALook = ({ code }: Left) => code !== "not-signed-in" && code !== "not-locked";
