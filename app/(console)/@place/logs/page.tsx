import { textsOf } from "@/app/_edges/texts";
import { Place } from "@/app/(console)/_components/place";

const t = textsOf("menu");

export default function LogsPlace() {
  return <Place crumbs={[{ label: t("logs"), href: "/logs" }]} />;
}
