import { pageSession } from "@/app/_edges/actor";
import { textsOf } from "@/app/_edges/texts";
import { Place } from "@/app/(console)/_components/place";
import { readLog } from "@/app/(console)/logs/_components/read-log";

const t = textsOf("menu");

type Props = { params: Promise<{ id: string }> };

export default async function LogPlace({ params }: Props) {
  const { actor } = await pageSession("logs:read");
  const { id } = await params;
  const log = await readLog(actor, id);
  return (
    <Place
      crumbs={[
        { label: t("logs"), href: "/logs" },
        ...(log ? [{ label: log.user.name, href: `/logs/${id}` }] : []),
      ]}
    />
  );
}
