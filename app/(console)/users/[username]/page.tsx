import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card, CardHeader } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { can, mayManage } from "@/lib/auth/actor";
import { readPasswordState } from "@/lib/users/passwords";
import { pageSession } from "../../../_edges/actor";
import { texts, textsOf } from "../../../_edges/texts";
import { Moment } from "../../_components/moment";
import { readUser } from "../_components/read-user";
import { ResetPassword } from "./_components/reset-password";
import { signInFacts } from "./_components/sign-in-facts";

const t = textsOf("user.details");

type Props = { params: Promise<{ username: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor } = await pageSession("users:read");
  const user = await readUser(actor, (await params).username);
  return { title: user?.name ?? texts("failed.not-found") };
}

export default async function DetailsPage({ params }: Props) {
  const { actor } = await pageSession("users:read");
  const user = await readUser(actor, (await params).username);
  if (!user) notFound();
  const now = user.now.toISOString();
  const signIn = await readPasswordState(actor, user);
  const mayChange = can(actor, "users:write") && mayManage(actor, user);

  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card>
        <CardHeader className="mb-3" title={t("person")} />
        <Facts
          items={[
            { label: t("name"), value: user.name },
            { label: t("username"), value: user.username },
            { label: t("personnel-number"), value: user.personnelNumber ?? t("none") },
            { label: t("email"), value: user.email ?? t("none") },
            { label: t("team"), value: user.team.name },
            { label: t("created"), value: <Moment at={user.createdAt.toISOString()} now={now} /> },
          ]}
        />
      </Card>
      <Card>
        <CardHeader
          className="mb-3"
          title={t("access")}
          actions={mayChange && <ResetPassword username={user.username} name={user.name} />}
        />
        <Facts
          items={[
            { label: t("roles"), value: user.roles.map((role) => texts(`role.${role}`)).join(", ") },
            {
              label: t("supervises"),
              value: user.supervises.map((row) => row.team.name).join(", ") || t("none"),
            },
            {
              label: t("account"),
              value: user.disabledAt ? (
                <>
                  {t("disabled-since")} <Moment at={user.disabledAt.toISOString()} now={now} />
                </>
              ) : (
                t("active")
              ),
            },
            ...(signIn.ok ? signInFacts(user, signIn.value, mayChange) : []),
          ]}
        />
      </Card>
    </div>
  );
}
