"use client";

import { usePathname } from "next/navigation";
import { useFormatter, useTranslations } from "use-intl";
import { TabsNav } from "@/components/ui/tabs-nav";

export function TeamTabs({ id, name, people }: { id: string; name: string; people: number }) {
  const t = useTranslations("team.tabs");
  const format = useFormatter();
  const path = usePathname();
  const tabs = [
    { href: `/teams/${id}`, label: t("settings") },
    { href: `/teams/${id}/people`, label: t("people"), count: format.number(people) },
  ];
  return <TabsNav label={name} items={tabs.map((tab) => ({ ...tab, current: tab.href === path }))} />;
}
