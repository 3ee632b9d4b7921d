import type { Metadata } from "next";
import { z } from "zod";
import { PageHeader } from "@/components/shell/page-header";
import { teamNames } from "@/lib/teams/queries";
import { pageSession } from "../../../_edges/actor";
import { textsOf } from "../../../_edges/texts";
import { NewUser } from "../_components/new-user";
import { readUser } from "../_components/read-user";
import type { Draft } from "../_components/user-form";

const t = textsOf("user-form");

export const metadata: Metadata = { title: t("new-title") };

const Query = z.object({ like: z.string().max(512).optional() });

const blank: Draft = {
  username: "",
  name: "",
  email: "",
  personnelNumber: "",
  team: "",
  roles: ["agent"],
  supervises: [],
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A new user; `?like=maria` begins with her team and roles. */
export default async function NewUserPage({ searchParams }: Props) {
  const { actor } = await pageSession("users:write");
  const { like } = Query.catch({}).parse(await searchParams);
  const model = like === undefined ? null : await readUser(actor, encodeURIComponent(like));
  const teams = await teamNames(actor);
  const initial: Draft = model
    ? {
        ...blank,
        team: model.team.name,
        roles: model.roles,
        supervises: model.supervises.map((row) => row.team.name),
      }
    : { ...blank, team: teams.length === 1 ? (teams[0] ?? "") : "" };

  return (
    <>
      <PageHeader
        title={t("new-title")}
        subtitle={model ? t("like", { name: model.name }) : t("new-subtitle")}
      />
      <NewUser initial={initial} teams={teams} />
    </>
  );
}
