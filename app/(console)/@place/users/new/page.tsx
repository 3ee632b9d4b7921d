import { textsOf } from "@/app/_edges/texts";
import { Place } from "@/app/(console)/_components/place";

const t = textsOf("menu");

export default function NewUserPlace() {
  return (
    <Place
      crumbs={[
        { label: t("users-and-teams") },
        { label: t("users"), href: "/users" },
        { label: textsOf("user-form")("new-title") },
      ]}
    />
  );
}
