import { pageSession } from "@/app/_edges/actor";
import { textsOf } from "@/app/_edges/texts";
import { Place } from "@/app/(console)/_components/place";
import { readTeam } from "@/app/(console)/teams/_components/read-team";

const t = textsOf("menu");

type Props = { params: Promise<{ id: string }> };

export default async function TeamPlace({ params }: Props) {
  const { actor } = await pageSession("teams:read");
  const team = await readTeam(actor, (await params).id);
  return (
    <Place
      crumbs={[
        { label: t("users-and-teams") },
        { label: t("teams"), href: "/teams" },
        ...(team ? [{ label: team.name, href: `/teams/${team.id}` }] : []),
      ]}
    />
  );
}
