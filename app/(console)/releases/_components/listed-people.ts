import type { ErrorCode } from "@/lib/errors";
import type { namedBehind } from "@/lib/releases/preview";
import { ok, type Result } from "@/lib/result";
import { deviceName } from "@/lib/sessions/device-names";
import { osLabel } from "@/lib/sessions/labels";
import { versionLabel } from "@/lib/versions/label";

type Behind = Awaited<ReturnType<typeof namedBehind>>;

/** The people behind a figure, each with the words of their device: these are made on the server. */
export function listedPeople<C extends ErrorCode, D>(result: Result<Behind, C, D>) {
  if (!result.ok) return result;
  const { items, total, teams } = result.value;
  return ok({
    total,
    now: new Date().toISOString(),
    teams: teams.map((team) => ({ ...team, signOutAt: team.signOutAt?.toISOString() ?? null })),
    items: items.map(({ user, app, one, signOutAt }) => ({
      id: one.id,
      username: user.username,
      name: user.name,
      team: user.team.name,
      app: versionLabel(app.version, app.build),
      device: [app.device === null ? null : deviceName(app.device), osLabel(app)].filter(Boolean).join(", "),
      signedIn: one.sessionId !== null,
      onInteraction: one.onInteraction,
      signOutAt: signOutAt?.toISOString() ?? null,
    })),
  });
}
type Reached = {
  items: { id: string; username: string; name: string; team: { name: string } }[];
  total: number;
};

/** The same of people alone. */
export function listedSteps<C extends ErrorCode, D>(result: Result<Reached, C, D>) {
  if (!result.ok) return result;
  const { items, total } = result.value;
  const nothing = { app: "", device: "", signedIn: true, onInteraction: false, signOutAt: null };
  return ok({
    total,
    now: new Date().toISOString(),
    teams: [],
    items: items.map(({ team, ...user }) => ({ ...user, ...nothing, team: team.name })),
  });
}

export type ListedPeople = Extract<ReturnType<typeof listedPeople>, { ok: true }>["value"];
export type ListedPerson = ListedPeople["items"][number];
