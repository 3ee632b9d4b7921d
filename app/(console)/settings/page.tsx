import type { Metadata } from "next";
import { can } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { readSettingsNow } from "@/lib/settings/queries";
import { pageSession } from "../../_edges/actor";
import { texts } from "../../_edges/texts";
import { SettingsForm } from "./_components/settings-form";

export const metadata: Metadata = { title: texts("menu.settings") };

export default async function SettingsPage() {
  const { actor } = await pageSession("settings:read");
  return <SettingsForm settings={await readSettingsNow(db)} editable={can(actor, "settings:write")} />;
}
