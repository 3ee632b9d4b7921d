import { textsOf } from "@/app/_edges/texts";
import { Place } from "@/app/(console)/_components/place";

const t = textsOf("menu");

export default function SupervisionPlace() {
  return (
    <Place crumbs={[{ label: t("supervision") }, { label: t("agent-metrics"), href: "/supervision" }]} />
  );
}
