"use client";

import { useTranslations } from "use-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { StateIcon } from "@/components/ui/state-icon";
import type { TeamDetails } from "@/lib/teams/queries";
import { SupervisorName } from "./supervisors-card";

/** What a supervisor sees of a team's settings. */
export function TeamFacts({ team }: { team: Omit<TeamDetails, "now" | "hasSessions"> }) {
  const t = useTranslations("team");
  const app = useTranslations("teams.app");
  const stateName = useTranslations("state");
  const signOutAt = team.dailySignOutAt ?? team.centre.dailySignOutAt;

  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <Card>
          <CardHeader className="mb-3" title={t("tabs.settings")} />
          <Facts
            items={[
              { label: t("apps.title"), value: team.allowedApps.map((one) => app(one)).join(", ") },
              {
                label: t("sign-out.title"),
                value: signOutAt
                  ? t("sign-out.fact", { time: signOutAt, zone: team.centre.timeZone })
                  : t("sign-out.never"),
              },
            ]}
          />
        </Card>
        <Card>
          <CardHeader className="mb-3" title={t("limits.title")} />
          {team.limits.length === 0 ? (
            <p className="text-ink-2">{t("limits.none")}</p>
          ) : (
            <Facts
              items={team.limits.map(({ state, reason, minutes }) => ({
                label: (
                  <span className="flex items-center gap-2">
                    <StateIcon shape={state} />
                    {reason === null ? stateName(state) : `${stateName(state)}, ${reason}`}
                  </span>
                ),
                value: t("limits.minutes-in-words", { minutes }),
              }))}
            />
          )}
        </Card>
      </div>
      <Card flush>
        <CardHeader
          className="p-4.5"
          title={t("supervisors.title")}
          subtitle={t("supervisors.count", { count: team.supervisors.length })}
        />
        <ul
          aria-label={t("supervisors.title")}
          className="max-h-80 divide-y divide-line overflow-y-auto border-line border-t"
        >
          {team.supervisors.map((user) => (
            <li key={user.username} className="flex px-4.5 py-1.5">
              <SupervisorName {...user} />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
