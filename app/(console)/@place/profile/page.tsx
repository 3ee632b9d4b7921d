import { textsOf } from "@/app/_edges/texts";
import { Place } from "@/app/(console)/_components/place";

const t = textsOf("profile");

export default function ProfilePlace() {
  return <Place crumbs={[{ label: t("title"), href: "/profile" }]} />;
}
