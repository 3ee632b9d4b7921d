"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { MenuChoice } from "@/components/ui/menu";
import { applyTheme, chosenTheme, type Theme } from "./theme";

type ThemeSwitchProps = {
  label: string;
  labels: Record<Theme, string>;
};

/** Three items for a Menu, which is made anew whenever it opens. */
export function ThemeSwitch({ label, labels }: ThemeSwitchProps) {
  const [theme, setTheme] = useState(chosenTheme);

  return (
    <MenuChoice<Theme>
      label={label}
      value={theme}
      onChange={(next) => {
        setTheme(next);
        applyTheme(next);
      }}
      options={[
        { value: "light", label: labels.light, icon: <Sun aria-hidden /> },
        { value: "dark", label: labels.dark, icon: <Moon aria-hidden /> },
        { value: "system", label: labels.system, icon: <Monitor aria-hidden /> },
      ]}
    />
  );
}
