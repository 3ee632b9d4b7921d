"use client";

import { useRef, useState } from "react";
import { reached } from "@/app/_components/reached";
import type { ActionResult } from "@/app/_edges/action";
import type { ListedPeople } from "./listed-people";

export type Opened<K> = { figure: K; result: ActionResult<ListedPeople> | null };
export type AskPeople<K> = (figure: K) => Promise<ActionResult<ListedPeople>>;

/** The list behind a figure, asked once as it opens: what is read is not to change under the reader. */
export function usePeople<K>(ask: AskPeople<K>) {
  const asked = useRef(0);
  const [opened, setOpened] = useState<Opened<K> | null>(null);

  async function open(figure: K) {
    const turn = ++asked.current;
    setOpened({ figure, result: null });
    const result = await reached(ask(figure));
    if (turn === asked.current) setOpened({ figure, result });
  }

  function close() {
    asked.current += 1;
    setOpened(null);
  }

  return { opened, open, close };
}
