"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { TabsNav } from "@/components/ui/tabs-nav";

type Props = { label: string; username: string; logs: boolean };

export function UserTabs({ label, username, logs }: Props) {
  const t = useTranslations("user.tabs");
  const path = usePathname();
  const base = `/users/${encodeURIComponent(username)}`;
  const tabs = [
    { href: base, label: t("details") },
    { href: `${base}/login-info`, label: t("login-info") },
    ...(logs ? [{ href: `${base}/logs`, label: t("logs") }] : []),
  ];
  return <TabsNav label={label} items={tabs.map((tab) => ({ ...tab, current: tab.href === path }))} />;
}
