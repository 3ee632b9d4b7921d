import { texts } from "@/app/_edges/texts";
import { Place } from "@/app/(console)/_components/place";

export default function ReasonsPlace() {
  return (
    <Place
      crumbs={[
        { label: texts("menu.settings"), href: "/settings" },
        { label: texts("settings.tabs.reasons"), href: "/settings/not-ready-reasons" },
      ]}
    />
  );
}
