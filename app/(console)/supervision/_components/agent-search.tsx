"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Input } from "@/components/ui/input";
import { type ChangeAddress, put } from "./use-agent-list";

/** Narrows the grid with every letter: all rows are at hand. */
export function AgentSearch({ search, change }: { search: string; change: ChangeAddress }) {
  const t = useTranslations("agents");
  const [text, setText] = useState(search);
  const [asked, setAsked] = useState(search);

  // The address was changed by another hand: Back, or what clears all filters.
  if (search !== asked) {
    setAsked(search);
    setText(search);
  }

  return (
    <search className="w-64 max-w-full">
      <Input
        type="search"
        value={text}
        onChange={(event) => {
          const next = event.target.value;
          setText(next);
          setAsked(next.trim());
          change((address) => put(address, "search", next.trim()), { typing: true });
        }}
        placeholder={t("search")}
        aria-label={t("search-label")}
        autoComplete="off"
        spellCheck={false}
      />
    </search>
  );
}
