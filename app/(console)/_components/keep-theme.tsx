"use client";

import { useEffect } from "react";
import { onThemeChosen } from "@/components/shell/theme";
import { savePreferences } from "../profile/actions";

/** Whoever chooses a theme finds it again at their next browser. The page has it already: nobody waits for this. */
export function KeepTheme() {
  useEffect(() => onThemeChosen((theme) => void savePreferences({ theme }).catch(() => undefined)), []);
  return null;
}
