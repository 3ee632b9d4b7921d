"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { TabsNav } from "@/components/ui/tabs-nav";

export function UserTabs({ label, username }: { label: string; username: string }) {
  const t = useTranslations("user.tabs");
  const path = usePathname();
  const base = `/users/${encodeURIComponent(username)}`;
  const tabs = [
    { href: base, label: t("details") },
    { href: `${base}/login-info`, label: t("login-info") },
  ];
  return <TabsNav label={label} items={tabs.map((tab) => ({ ...tab, current: tab.href === path }))} />;
}
