"use client";

import { useState } from "react";
import { reached } from "@/app/_components/reached";
import type { ErrorCode } from "@/lib/errors";
import { countRelease } from "../actions";
import type { FigureWords } from "./figure-rows";
import type { Counted } from "./use-preview";

type Asked = { words: FigureWords; atOnce?: boolean };

/** The counts with which a publish dialog opens: frozen, as they stood at that moment. */
export function usePublishing(initial: Counted | null) {
  const [frozen, setFrozen] = useState(initial);
  const [failed, setFailed] = useState<ErrorCode | null>(null);

  /** Answers why it could not be counted, where it could not. */
  async function ask(id: string, { words, atOnce = false }: Asked): Promise<ErrorCode | null> {
    setFailed(null);
    const { escalatesAt } = words;
    const as = escalatesAt === null ? {} : { as: "mandatory" as const, at: escalatesAt };
    const result = await reached(countRelease({ id, atOnce, ...as }));
    if (result.ok) setFrozen(result.value);
    else setFailed(result.code);
    return result.ok ? null : result.code;
  }

  return { frozen, failed, ask, close: () => setFrozen(null) };
}
