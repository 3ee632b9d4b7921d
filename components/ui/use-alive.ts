"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False until the page runs in the browser: what needs it can wait, instead of doing the wrong thing. */
export const useAlive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
