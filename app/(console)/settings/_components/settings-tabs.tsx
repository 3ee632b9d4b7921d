"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { TabsNav } from "@/components/ui/tabs-nav";

export function SettingsTabs() {
  const t = useTranslations("settings.tabs");
  const path = usePathname();
  const tabs = [
    { href: "/settings", label: t("rules") },
    { href: "/settings/not-ready-reasons", label: t("reasons") },
    { href: "/settings/mail", label: t("mail") },
  ];
  return <TabsNav label={t("label")} items={tabs.map((tab) => ({ ...tab, current: tab.href === path }))} />;
}
