import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { can, mayManage } from "@/lib/auth/actor";
import { isOpen } from "@/lib/seats/lock";
import { appLabel } from "@/lib/sessions/labels";
import type { UserDetails } from "@/lib/users/queries";
import { pageSession } from "../../../_edges/actor";
import { texts } from "../../../_edges/texts";
import { readUser } from "../_components/read-user";
import { AskThem } from "./_components/ask-them";
import { EndSession } from "./_components/end-session";
import { KeepFresh } from "./_components/keep-fresh";
import { UserActions } from "./_components/user-actions";
import { UserTabs } from "./_components/user-tabs";

type Props = { params: Promise<{ username: string }>; children: ReactNode };

export default async function UserLayout({ params, children }: Props) {
  const { actor } = await pageSession("users:read");
  const user = await readUser(actor, (await params).username);
  if (!user) notFound();
  const { seat } = user;

  return (
    <>
      <KeepFresh userId={user.id} revision={Number(seat?.revision ?? 0)} />
      <PageHeader
        avatar={<Avatar name={user.name} />}
        title={user.name}
        status={user.disabledAt && <Badge>{texts("users.disabled")}</Badge>}
        subtitle={[user.username, user.team.name, ...user.roles.map((role) => texts(`role.${role}`))].join(
          " · ",
        )}
        actions={
          <>
            {can(actor, "users:write") && mayManage(actor, user) && (
              <UserActions username={user.username} disabled={user.disabledAt !== null} />
            )}
            <AskThem actor={actor} user={user} />
            {can(actor, "sessions:end") && (
              <EndSession username={user.username} name={user.name} session={openSession(user.seat)} />
            )}
          </>
        }
      />
      <UserTabs label={user.name} username={user.username} logs={can(actor, "logs:read")} />
      {children}
    </>
  );
}

function openSession(seat: UserDetails["seat"]) {
  if (!seat || !isOpen(seat)) return null;
  return { sessionId: seat.sessionId, app: appLabel(seat), onInteraction: seat.openInteractions > 0 };
}
