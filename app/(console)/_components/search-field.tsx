"use client";

import clsx from "clsx";
import { useEffect, useState } from "react";
import { Input } from "@/components/ui/input";

const pauseMs = 200;

type Props = {
  search: string;
  label: string;
  placeholder: string;
  /** Whether what was asked for is on its way. */
  pending: boolean;
  onSearch: (text: string) => void;
  className?: string;
};

/** Asks for what is typed when the typing pauses. */
export function SearchField({ search, label, placeholder, pending, onSearch, className = "w-80" }: Props) {
  const [text, setText] = useState(search);
  const [asked, setAsked] = useState(search);

  // Changed by another hand: Back, or what clears the search.
  if (!pending && search !== asked) {
    setAsked(search);
    setText(search);
  }

  useEffect(() => {
    if (text.trim() === asked) return;
    const timer = setTimeout(() => {
      setAsked(text.trim());
      onSearch(text.trim());
    }, pauseMs);
    return () => clearTimeout(timer);
  });

  return (
    <search className={clsx("max-w-full", className)}>
      <Input
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={placeholder}
        aria-label={label}
        aria-busy={pending}
        autoComplete="off"
        spellCheck={false}
      />
    </search>
  );
}
