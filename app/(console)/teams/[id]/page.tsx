import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { can } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { reasonsOf } from "@/lib/reasons/queries";
import { administrators } from "@/lib/teams/queries";
import { pageSession } from "../../../_edges/actor";
import { texts } from "../../../_edges/texts";
import { RefreshOnNews } from "../../_components/refresh-on-news";
import { readTeam } from "../_components/read-team";
import { AppsCard } from "./_components/apps-card";
import { LimitsCard } from "./_components/limits-card";
import { NameCard } from "./_components/name-card";
import { PackageCard } from "./_components/package-card";
import { SignOutCard } from "./_components/sign-out-card";
import { SupervisorsCard } from "./_components/supervisors-card";
import { TeamFacts } from "./_components/team-facts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor } = await pageSession("teams:read");
  const team = await readTeam(actor, (await params).id);
  return { title: team?.name ?? texts("failed.not-found") };
}

export default async function TeamPage({ params }: Props) {
  const { actor } = await pageSession("teams:read");
  const team = await readTeam(actor, (await params).id);
  if (!team) notFound();
  const { id, name, allowedApps, dailySignOutAt, limits, centre, signedIn } = team;

  if (!can(actor, "teams:write")) {
    return (
      <>
        <RefreshOnNews />
        <TeamFacts team={team} />
      </>
    );
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <RefreshOnNews />
      <div className="flex min-w-0 flex-col gap-4">
        <NameCard id={id} saved={name} />
        <AppsCard
          id={id}
          saved={allowedApps}
          signedIn={{ desktop: team.signedInOnDesktop, mobile: team.signedInOnMobile }}
        />
        <SignOutCard
          id={id}
          saved={dailySignOutAt}
          centre={centre}
          signedIn={signedIn}
          now={team.now.toISOString()}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <SupervisorsCard id={id} name={name} supervisors={team.supervisors} />
        <PackageCard
          id={id}
          saved={team.packageDeployment}
          responsible={team.responsible}
          administrators={await administrators(actor)}
        />
        <LimitsCard id={id} saved={limits} reasons={await reasonsOf(db, id)} />
      </div>
    </div>
  );
}
