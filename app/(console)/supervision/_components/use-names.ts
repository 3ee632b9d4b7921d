"use client";

import { useTranslations } from "use-intl";

const mostNamed = 5;

/** Names in a row, of many the first few. */
export function useNames() {
  const t = useTranslations("force");
  return (names: readonly string[]) => {
    const more = names.length - mostNamed;
    if (more <= 0) return names.join(", ");
    return t("names", { names: names.slice(0, mostNamed).join(", "), more });
  };
}
