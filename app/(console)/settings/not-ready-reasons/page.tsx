import type { Metadata } from "next";
import { can } from "@/lib/auth/actor";
import { listReasons } from "@/lib/reasons/queries";
import { teamNames } from "@/lib/teams/queries";
import { pageSession } from "../../../_edges/actor";
import { texts } from "../../../_edges/texts";
import { Reasons } from "./_components/reasons";

export const metadata: Metadata = { title: texts("settings.tabs.reasons") };

export default async function ReasonsPage() {
  const { actor } = await pageSession("settings:read");
  const [reasons, teams] = await Promise.all([listReasons(actor), teamNames(actor)]);
  return <Reasons reasons={reasons} teams={teams} editable={can(actor, "settings:write")} />;
}
