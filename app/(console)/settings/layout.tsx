import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { pageSession } from "../../_edges/actor";
import { texts } from "../../_edges/texts";
import { SettingsTabs } from "./_components/settings-tabs";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await pageSession("settings:read");

  return (
    <>
      <PageHeader title={texts("menu.settings")} />
      <SettingsTabs />
      {children}
    </>
  );
}
