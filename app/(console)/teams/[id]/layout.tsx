import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { can } from "@/lib/auth/actor";
import { pageSession } from "../../../_edges/actor";
import { textsOf } from "../../../_edges/texts";
import { readTeam } from "../_components/read-team";
import { DeleteTeam } from "./_components/delete-team";
import { TeamTabs } from "./_components/team-tabs";

const t = textsOf("team");

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function TeamLayout({ params, children }: Props) {
  const { actor } = await pageSession("teams:read");
  const team = await readTeam(actor, (await params).id);
  if (!team) notFound();
  const { id, name, people, signedIn, hasSessions, supervisors } = team;

  return (
    <>
      <PageHeader
        title={name}
        subtitle={t("figures", { people, signedIn })}
        actions={
          can(actor, "teams:write") && (
            <DeleteTeam team={{ id, name, people, hasSessions, supervisors: supervisors.length }} />
          )
        }
      />
      <TeamTabs id={id} name={name} people={people} />
      {children}
    </>
  );
}
