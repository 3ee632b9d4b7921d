import type { ErrorCode } from "@/lib/errors";
import type { Behind } from "@/lib/releases/behind";
import { ok, type Result } from "@/lib/result";
import { deviceName } from "@/lib/sessions/device-names";
import { osLabel } from "@/lib/sessions/labels";
import { versionLabel } from "@/lib/versions/label";

/** The people behind a figure, each with the words of their device: these are made on the server. */
export function listedPeople<C extends ErrorCode, D>(subject: string, result: Result<Behind, C, D>) {
  if (!result.ok) return result;
  const { items, teams } = result.value;
  return ok({
    /** The release, or the channel: of what the list is. */
    subject,
    now: new Date().toISOString(),
    teams: teams.map((team) => ({ ...team, signOutAt: team.signOutAt?.toISOString() ?? null })),
    items: items.map(({ app, now, ...person }) => ({
      ...person,
      app: app ? versionLabel(app.version, app.build) : "",
      device: app
        ? [app.device === null ? null : deviceName(app.device), osLabel(app)].filter(Boolean).join(", ")
        : "",
      now: now && { ...now, signOutAt: now.signOutAt?.toISOString() ?? null },
    })),
  });
}

export type ListedPeople = Extract<ReturnType<typeof listedPeople>, { ok: true }>["value"];
export type ListedPerson = ListedPeople["items"][number];
