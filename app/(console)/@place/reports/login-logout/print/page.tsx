import { textsOf } from "@/app/_edges/texts";
import { Place } from "@/app/(console)/_components/place";

const t = textsOf("menu");
const report = textsOf("reports");

export default function PrintPlace() {
  return (
    <Place
      crumbs={[
        { label: t("reports") },
        { label: t("login-logout"), href: "/reports/login-logout" },
        { label: report("print.title") },
      ]}
    />
  );
}
