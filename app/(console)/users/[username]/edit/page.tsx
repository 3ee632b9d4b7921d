import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { mayManage } from "@/lib/auth/actor";
import { teamNames } from "@/lib/teams/queries";
import { pageSession } from "../../../../_edges/actor";
import { texts, textsOf } from "../../../../_edges/texts";
import { readUser } from "../../_components/read-user";
import { EditForm } from "../_components/edit-form";

const t = textsOf("user-form");

type Props = { params: Promise<{ username: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor } = await pageSession("users:write");
  const user = await readUser(actor, (await params).username);
  return { title: user ? t("edit-title", { name: user.name }) : texts("failed.not-found") };
}

export default async function EditUserPage({ params }: Props) {
  const { actor } = await pageSession("users:write");
  const user = await readUser(actor, (await params).username);
  if (!user) notFound();
  if (!mayManage(actor, user)) redirect("/no-access");
  const { username, name, email, personnelNumber, roles } = user;
  const was = {
    ...{ username, name, email, personnelNumber, roles },
    team: user.team.name,
    supervises: user.supervises.map((row) => row.team.name),
  };
  return <EditForm was={was} teams={await teamNames(actor)} />;
}
