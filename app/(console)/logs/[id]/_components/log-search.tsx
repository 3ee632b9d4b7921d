"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { Matches } from "./use-matches";

const pauseMs = 200;

type Props = { search: string; matches: Matches; onSearch: (text: string) => void };

/** Searches as one types; Enter and Shift+Enter go from match to match, F3 and Shift+F3 wherever the focus is. */
export function LogSearch({ search, matches, onSearch }: Props) {
  const t = useTranslations("logs.view");
  const [text, setText] = useState(search);

  useEffect(() => {
    if (text === search) return;
    const timer = setTimeout(() => onSearch(text), pauseMs);
    return () => clearTimeout(timer);
  });

  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent) {
      if (event.key !== "F3" || document.querySelector("[role=alertdialog], [aria-modal=true]")) return;
      event.preventDefault();
      if (event.shiftKey) matches.previous();
      else matches.next();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (text !== search) onSearch(text);
    else if (event.shiftKey) matches.previous();
    else matches.next();
  }

  return (
    <search className="flex min-w-0 items-center gap-1.5">
      <Input
        type="search"
        value={text}
        maxLength={256}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={t("search")}
        aria-label={t("search")}
        aria-busy={matches.searching}
        autoComplete="off"
        spellCheck={false}
        className="w-60"
      />
      <span className="flex items-center">
        <Button
          variant="ghost"
          size="iconSm"
          aria-label={t("previous")}
          disabled={!matches.count}
          onClick={matches.previous}
        >
          <ChevronUp aria-hidden className="size-3.5" />
        </Button>
        <Button
          variant="ghost"
          size="iconSm"
          aria-label={t("next")}
          disabled={!matches.count}
          onClick={matches.next}
        >
          <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      </span>
      <span role="status" className="num min-w-24 text-ink-2 text-xs">
        {search !== "" && <Found matches={matches} />}
      </span>
    </search>
  );
}

function Found({ matches: { count, place, searching, failed } }: { matches: Matches }) {
  const t = useTranslations("logs.view");
  if (failed) return <span className="text-danger">{t("search-failed")}</span>;
  if (searching || count === null) return t("searching");
  return place > 0 && count > 0 ? t("place", { place, count }) : t("matches", { count });
}
