"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Input } from "@/components/ui/input";
import { type ChangeAddress, put } from "./use-agent-list";

/** Narrows the grid with every letter: all rows are at hand. */
export function AgentSearch({ search, change }: { search: string; change: ChangeAddress }) {
  const t = useTranslations("agents");
  const [text, setText] = useState(search);
  const [seen, setSeen] = useState(search);
  // What was typed and does not stand in the address yet: on a busy machine it comes there letters later.
  const [owed, setOwed] = useState<readonly string[]>([]);

  if (search !== seen) {
    setSeen(search);
    const echo = owed.indexOf(search);
    setOwed(echo === -1 ? [] : owed.slice(echo + 1));
    // Changed by another hand: Back, or what clears all filters.
    if (echo === -1) setText(search);
  }

  return (
    <search className="w-64 max-w-full">
      <Input
        type="search"
        value={text}
        onChange={(event) => {
          const next = event.target.value;
          setText(next);
          if (next.trim() !== (owed.at(-1) ?? seen)) setOwed([...owed, next.trim()]);
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
