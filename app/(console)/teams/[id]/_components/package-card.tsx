"use client";

import { X } from "lucide-react";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { useToast } from "@/components/ui/toast";
import { setResponsible } from "../../actions";
import { SettingCard } from "./setting-card";
import { type Supervisor, SupervisorName } from "./supervisors-card";
import { useSetting } from "./use-setting";

type Props = { id: string; saved: boolean; responsible: Supervisor[]; administrators: Supervisor[] };

/** Whether the company installs the team's apps, and who is told of releases then. */
export function PackageCard({ id, saved, responsible, administrators }: Props) {
  const t = useTranslations("team.package");
  const problem = useTranslations("problem");
  const toast = useToast();
  const setting = useSetting(id, "packageDeployment", saved, t("done"));
  const [pending, startTransition] = useTransition();
  const [picked, setPicked] = useState(0);
  const others = administrators.filter(
    ({ username }) => !responsible.some((one) => one.username === username),
  );

  function change(next: readonly Supervisor[]) {
    startTransition(async () => {
      const result = await reached(setResponsible({ id, responsible: next.map(({ username }) => username) }));
      if (!result.ok) toast({ title: problem(result.code), tone: "danger" });
    });
  }

  return (
    <SettingCard title={t("title")} setting={setting} theirs={t(saved ? "on" : "off")}>
      <Switch
        label={t("label")}
        description={t(setting.value ? "on-text" : "off-text")}
        checked={setting.value}
        onChange={setting.change}
      />
      {setting.dirty && <p className="text-ink-2">{t(setting.value ? "turns-on" : "turns-off")}</p>}
      {setting.value && (
        <div className="flex flex-col gap-1.5">
          <p className="font-medium">{t("responsible")}</p>
          {responsible.length === 0 && <p className="text-warn">{t("nobody")}</p>}
          <ul aria-label={t("responsible")}>
            {responsible.map((user) => (
              <li key={user.username} className="flex items-center gap-3">
                <SupervisorName {...user} />
                <Button
                  variant="ghost"
                  size="iconSm"
                  aria-label={t("remove", { name: user.name })}
                  pending={pending}
                  onClick={() => change(responsible.filter((one) => one !== user))}
                >
                  <X aria-hidden className="size-3.5" />
                </Button>
              </li>
            ))}
          </ul>
          {others.length > 0 && (
            <Select
              // A choice made is done with: it begins anew.
              key={picked}
              label={t("add")}
              placeholder={t("add")}
              items={others.map(({ username, name }) => ({
                value: username,
                label: `${name} (${username})`,
              }))}
              onChange={(username) => {
                setPicked(picked + 1);
                change([...responsible, ...others.filter((one) => one.username === username)]);
              }}
            />
          )}
        </div>
      )}
    </SettingCard>
  );
}
