"use client";

import { useTranslations } from "use-intl";
import type { Left } from "@/lib/users/left";
import { useLeftWords } from "./use-left-words";

const mostNamed = 100;

/** Who was left as they were, by name and why. */
export function LeftOut({ left }: { left: readonly Left[] }) {
  const t = useTranslations("users.bulk");
  const groups = useLeftWords()(left);
  return (
    <ul className="flex flex-col gap-2">
      {groups.map(({ code, text, names }) => (
        <li key={code} className="rounded-lg border border-line bg-sunken px-3.5 py-2.5">
          <p className="font-medium">{text}</p>
          <p className="text-ink-2" dir="auto">
            {names.length > mostNamed
              ? t("and-others", {
                  names: names.slice(0, mostNamed).join(", "),
                  count: names.length - mostNamed,
                })
              : names.join(", ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
