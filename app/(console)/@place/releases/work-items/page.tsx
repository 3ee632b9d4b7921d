import { textsOf } from "@/app/_edges/texts";
import { Place } from "@/app/(console)/_components/place";

const t = textsOf("menu");

export default function WorkItemsPlace() {
  return (
    <Place
      crumbs={[{ label: t("releases"), href: "/releases" }, { label: textsOf("work-items")("title") }]}
    />
  );
}
