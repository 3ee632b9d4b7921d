"use client";

import { ArrowDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

type Props = { lines: number; atEnd: boolean; onEnd: () => void };

/** For whoever reads further up while lines arrive: how many have come, and the way to them. */
export function Follow({ lines, atEnd, onEnd }: Props) {
  const t = useTranslations("logs.view");
  const [seen, setSeen] = useState(lines);
  if (atEnd && seen !== lines) setSeen(lines);
  if (atEnd) return null;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      <Button variant="primary" className="pointer-events-auto shadow-pop" onClick={onEnd}>
        <ArrowDown aria-hidden className="size-3.5" />
        {lines > seen ? t("new-lines", { count: lines - seen }) : t("follow")}
      </Button>
    </div>
  );
}
