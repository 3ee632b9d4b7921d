"use client";

import { useTranslations } from "use-intl";
import { Switch } from "@/components/ui/switch";
import type { Platform } from "@/prisma/generated/enums";
import { SettingCard } from "./setting-card";
import { useSetting } from "./use-setting";

type Props = { id: string; saved: Platform[]; signedIn: Record<Platform, number> };

const apps = ["desktop", "mobile"] as const;

/** Which apps people may sign in from, with who is on each now. */
export function AppsCard({ id, saved, signedIn }: Props) {
  const t = useTranslations("team.apps");
  const app = useTranslations("teams.app");
  const setting = useSetting(id, "allowedApps", saved, t("done"));
  const allowed = setting.value;
  const none = allowed.length === 0;

  return (
    <SettingCard
      title={t("title")}
      setting={setting}
      theirs={saved.map((one) => app(one)).join(", ")}
      invalid={none ? t("none") : undefined}
    >
      {apps.map((one) => {
        const on = allowed.includes(one);
        return (
          <Switch
            key={one}
            label={app(one)}
            description={t(on ? "on" : "off", { app: app(one), count: signedIn[one] })}
            checked={on}
            onChange={(checked) =>
              setting.change(apps.filter((other) => (other === one ? checked : allowed.includes(other))))
            }
          />
        );
      })}
    </SettingCard>
  );
}
