"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTranslations } from "use-intl";
import type { Theme } from "@/components/shell/theme";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";

export function WhoMenu({ theme }: { theme: Theme }) {
  const t = useTranslations("shell");
  return (
    <>
      <ThemeSwitch
        label={t("theme")}
        current={theme}
        labels={{ light: t("light"), dark: t("dark"), system: t("system") }}
      />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void signOut({ callbackUrl: "/sign-in" })}>
        {t("sign-out")}
      </MenuItem>
    </>
  );
}
