import { textsOf } from "@/app/_edges/texts";
import { Place } from "@/app/(console)/_components/place";

const t = textsOf("menu");

export default function SchedulesPlace() {
  return <Place crumbs={[{ label: t("reports") }, { label: t("schedules"), href: "/reports/schedules" }]} />;
}
