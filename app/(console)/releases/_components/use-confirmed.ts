"use client";

import { useState } from "react";
import { reached } from "@/app/_components/reached";
import type { ErrorCode } from "@/lib/errors";
import { countRelease } from "../actions";
import type { FigureWords } from "./figure-rows";
import type { Counted } from "./use-preview";

type Asked = { words: FigureWords; atOnce?: boolean };

/** Of a release that becomes mandatory by itself, what it will be then is confirmed. */
export const confirmedOf = (id: string, { words, atOnce = false }: Asked) => ({
  ...{ id, atOnce },
  ...(words.escalatesAt !== null && { as: "mandatory" as const, at: words.escalatesAt }),
});

/** The counts with which somebody confirms: frozen, as they stood at that moment. */
export function useConfirmed(initial: Counted | null) {
  const [frozen, setFrozen] = useState(initial);
  const [failed, setFailed] = useState<ErrorCode | null>(null);

  /** Answers why it could not be counted, where it could not. */
  async function ask(id: string, asked: Asked): Promise<ErrorCode | null> {
    setFailed(null);
    const result = await reached(countRelease(confirmedOf(id, asked)));
    if (result.ok) setFrozen(result.value);
    else setFailed(result.code);
    return result.ok ? null : result.code;
  }

  return { frozen, failed, ask, close: () => setFrozen(null) };
}
