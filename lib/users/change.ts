import { audit } from "@/lib/audit/commands";
import { type Actor, assignRefusal, authorize, inScope, mayManage } from "@/lib/auth/actor";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { holdTeams } from "@/lib/teams/lock";
import { findTeams } from "@/lib/teams/queries";
import { othersAdminister } from "./administrators";
import { takenField } from "./commands";
import { disableAll } from "./disable";
import { lockUsers } from "./lock";
import { findByUsername } from "./queries";
import type { ChangeUser, EditUser, Profile } from "./schema";

type Change = { user: string; change: ChangeUser; was?: EditUser["was"] };

/** Changes what differs of a user named by `user`. With `was`, only what still stands as it was. */
export async function changeUser(actor: Actor, { user: username, change, was = {} }: Change) {
  authorize(actor, "users:write");

  try {
    return await db.$transaction(async (tx) => {
      const found = await findByUsername(tx, username);
      if (!found || !inScope(actor, found.teamId)) return fail("not-found");
      if (!mayManage(actor, found)) return fail("not-allowed");
      await lockUsers(tx, [found.id]);
      const { disabled, ...wanted } = change;
      const before = await readProfile(tx, found.id);
      const changed = differing(before, wanted);
      // Whoever wants what is there already has no quarrel with who put it there.
      if (Object.keys(differing(before, was)).some((key) => key in changed)) return fail("setting-changed");

      const refused = await refusal(tx, actor, found.id, before, changed);
      if (refused) return fail(refused);
      const teams = await findTeams(tx, [
        ...(changed.supervises ?? []),
        ...(changed.team ? [changed.team] : []),
      ]);
      const supervises = changed.supervises?.map((name) => teams.get(name)?.id);
      const team = changed.team === undefined ? undefined : teams.get(changed.team);
      if ((changed.team !== undefined && !team) || supervises?.includes(undefined))
        return fail("unknown-team");
      const teamIds = [...teams.values()].map(({ id }) => id);
      const unassignable = assignRefusal(actor, { teamIds, roles: changed.roles ?? [] });
      if (unassignable) return fail(unassignable);
      if (!(await holdTeams(tx, teamIds))) return fail("unknown-team");

      const { team: _, supervises: __, ...plain } = changed;
      await tx.user.update({ where: { id: found.id }, data: { ...plain, ...(team && { teamId: team.id }) } });
      if (supervises) await superviseOnly(tx, found.id, supervises);
      if (Object.keys(changed).length > 0) {
        const from = Object.fromEntries(Object.entries(before).filter(([key]) => key in changed));
        await audit(tx, actor, { verb: "user.change", subject: found.id, changes: { from, to: changed } });
      }
      if (disabled !== undefined) {
        const set = await disableAll(tx, actor, [found.id], disabled);
        // Thrown back: nothing of a change that is refused in part stays.
        if (!set.ok) throw new Refused(set.code);
      }
      return ok({ username: changed.username ?? before.username });
    });
  } catch (error) {
    if (error instanceof Refused) return fail(error.code);
    const taken = takenField(error);
    if (taken) return fail(taken);
    throw error;
  }
}

class Refused extends Error {
  readonly code: "own-account" | "last-administrator";

  constructor(code: Refused["code"]) {
    super(code);
    this.code = code;
  }
}

async function readProfile(tx: Tx, id: string): Promise<Profile> {
  const user = await tx.user.findUniqueOrThrow({
    where: { id },
    select: {
      username: true,
      name: true,
      personnelNumber: true,
      email: true,
      roles: true,
      team: { select: { name: true } },
      supervises: { select: { team: { select: { name: true } } } },
    },
  });
  const { team, supervises, ...plain } = user;
  return { ...plain, team: team.name, supervises: supervises.map((row) => row.team.name) };
}

/** Why the role of an administrator cannot be taken away. */
async function refusal(tx: Tx, actor: Actor, id: string, before: Profile, { roles }: Partial<Profile>) {
  const [was, is] = [before.roles.includes("administrator"), roles?.includes("administrator")];
  if (roles === undefined || !was || is) return null;
  if (id === actor.id) return "own-account";
  return (await othersAdminister(tx, [id])) ? null : "last-administrator";
}

async function superviseOnly(tx: Tx, userId: string, teamIds: readonly (string | undefined)[]) {
  const wanted = teamIds.flatMap((teamId) => teamId ?? []);
  await tx.teamSupervisor.deleteMany({ where: { userId, teamId: { notIn: wanted } } });
  const data = wanted.map((teamId) => ({ userId, teamId }));
  await tx.teamSupervisor.createMany({ data, skipDuplicates: true });
}

/** What of a patch is not as it stands; the order of roles and teams is no difference. */
function differing(stands: Profile, patch: ChangeUser): Partial<Profile> {
  const keys = Object.keys(stands) as (keyof Profile)[];
  return Object.fromEntries(
    keys
      .filter((key) => patch[key] !== undefined && canonical(patch[key]) !== canonical(stands[key]))
      .map((key) => [key, patch[key]]),
  );
}

const canonical = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
