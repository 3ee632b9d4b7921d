import { db } from "@/lib/db";
import type { ErrorCode } from "@/lib/errors";
import { ok, type Result } from "@/lib/result";
import type { Figure, Foreseen } from "./foresee";
import { packagedTeams } from "./packaged-teams";
import type { Then } from "./summary";

export type ListedApp = {
  version: string;
  build: string | null;
  device: string | null;
  osName: string | null;
  osVersion: string | null;
};

/** Somebody on a list behind a figure, and the installation that it counts; null where it counts people. */
export type Listed = {
  id: string;
  username: string;
  name: string;
  team: string;
  app: ListedApp | null;
  /** What becomes of their session; null where the figure is not of now. */
  now: { signedIn: boolean; onInteraction: boolean; signOutAt: Date | null } | null;
};
export type Behind = { items: Listed[]; teams: Awaited<ReturnType<typeof packagedTeams>> };

export type NamedPerson = Pick<Listed, "id" | "username" | "name" | "team">;

/** These people, by name. */
export async function listUsers(ids: readonly string[]): Promise<Listed[]> {
  const rows = await db.$queryRaw<NamedPerson[]>`
    select u.id, u.username, u.name, t.name as team from user_account u join team t on t.id = u.team_id
    where u.id = any(${[...ids]}::uuid[]) order by u.name, u.id`;
  return rows.map((person) => ({ ...person, app: null, now: null }));
}

/** An installation as it is listed. */
export const listed = (
  { id, username, name, team, version, build, device, osName, osVersion }: NamedPerson & ListedApp,
  now: Listed["now"] = null,
): Listed => ({ ...{ id, username, name, team }, app: { version, build, device, osName, osVersion }, now });

/** The people behind one figure of what was foreseen, by name. Of package deployment its teams, too. */
async function behind(foreseen: readonly Foreseen[], figure: Figure): Promise<Behind> {
  const counted = foreseen.filter(({ figures }) => figures.includes(figure));
  const byId = new Map(counted.map((one) => [one.one.id, one]));
  const rows = await db.$queryRaw<(NamedPerson & ListedApp)[]>`
    select i.id, u.username, u.name, t.name as team, i.version, i.build, i.device,
      i.os_name as "osName", i.os_version as "osVersion"
    from installation i join user_account u on u.id = i.user_id join team t on t.id = u.team_id
    where i.id = any(${[...byId.keys()]}::uuid[]) order by u.name, i.id`;
  const items = rows.map((row) => {
    const found = byId.get(row.id);
    const { sessionId = null, onInteraction = false } = found?.one ?? {};
    return listed(row, { signedIn: sessionId !== null, onInteraction, signOutAt: found?.signOutAt ?? null });
  });
  return { items, teams: figure === "packageDeployment" ? await packagedTeams(counted) : [] };
}

/** The same of what was asked, or why it cannot be told. */
export async function named<C extends ErrorCode, D>(foreseen: Result<Then, C, D>, figure: Figure) {
  return foreseen.ok ? ok(await behind(foreseen.value.people, figure)) : foreseen;
}
