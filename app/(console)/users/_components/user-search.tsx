"use client";

import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Input } from "@/components/ui/input";

const pauseMs = 200;

/** Searches as one types; the address keeps the search. */
export function UserSearch({ search }: { search: string }) {
  const t = useTranslations("users");
  const router = useRouter();
  const path = usePathname();
  const [text, setText] = useState(search);
  const [asked, setAsked] = useState(search);
  const [pending, startTransition] = useTransition();

  // The address was changed by another hand: Back, or a link that clears the search.
  if (!pending && search !== asked) {
    setAsked(search);
    setText(search);
  }

  useEffect(() => {
    if (text.trim() === asked) return;
    const timer = setTimeout(() => {
      const address = new URLSearchParams(window.location.search);
      // Another search begins at its first page.
      address.delete("after");
      address.delete("search");
      if (text.trim()) address.set("search", text.trim());
      startTransition(() => {
        setAsked(text.trim());
        router.replace(`${path}?${address}` as Route, { scroll: false });
      });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, asked, path, router]);

  return (
    <search className="max-w-90">
      <Input
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t("search")}
        aria-label={t("search-label")}
        aria-busy={pending}
        autoComplete="off"
        spellCheck={false}
      />
    </search>
  );
}
