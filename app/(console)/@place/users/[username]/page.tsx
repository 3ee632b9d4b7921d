import { pageSession } from "@/app/_edges/actor";
import { textsOf } from "@/app/_edges/texts";
import { Place } from "@/app/(console)/_components/place";
import { readUser } from "@/app/(console)/users/_components/read-user";

const t = textsOf("menu");

type Props = { params: Promise<{ username: string }> };

export default async function UserPlace({ params }: Props) {
  const { actor } = await pageSession("users:read");
  const { username } = await params;
  const user = await readUser(actor, username);
  return (
    <Place
      crumbs={[
        { label: t("users-and-teams") },
        { label: t("users"), href: "/users" },
        ...(user ? [{ label: user.name, href: `/users/${username}` }] : []),
      ]}
    />
  );
}
