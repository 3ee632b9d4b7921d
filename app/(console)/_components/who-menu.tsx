"use client";

import { CircleUser, LogOut } from "lucide-react";
import { useTranslations } from "use-intl";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";
import { leave } from "./leave";

export function WhoMenu() {
  const t = useTranslations("shell");
  return (
    <>
      <MenuItem icon={<CircleUser aria-hidden />} href="/profile">
        {t("profile")}
      </MenuItem>
      <MenuSeparator />
      <ThemeSwitch label={t("theme")} labels={{ light: t("light"), dark: t("dark"), system: t("system") }} />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={leave}>
        {t("sign-out")}
      </MenuItem>
    </>
  );
}
