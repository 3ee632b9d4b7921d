import { randomInt } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import type { ErrorCode } from "@/lib/errors";
import { type Faults, fail, ok } from "@/lib/result";
import { findTeams } from "@/lib/teams/queries";
import { findAmong } from "@/lib/users/queries";
import { keysOf } from "@/lib/versions/order";
import { type ReleaseFacts, releaseFacts } from "./facts";
import { escalatesTooSoon, leadsNowhere } from "./faults";
import { stepped } from "./offer";
import type { ChangeRelease, CreateRelease, ReleaseId } from "./schema";

/** Makes a draft: nobody is told of it. */
export async function createRelease(actor: Actor, input: CreateRelease) {
  authorize(actor, "releases:write");

  return db.$transaction(async (tx) => {
    const audience = await audienceOf(tx, actor, input);
    if (!audience.ok) return audience;
    const { version } = input.version;
    const { versionKey, buildKey } = keysOf({ version, build: input.build });
    if (versionKey === null) return noVersion();
    const createdAt = await databaseNow(tx);
    const release = await tx.release.create({
      data: {
        id: uuidv7(),
        salt: randomInt(2 ** 31),
        channel: input.channel,
        version,
        build: input.build,
        versionKey,
        buildKey,
        kind: input.kind,
        notes: input.notes,
        distribution: input.distribution,
        storeUrl: input.storeUrl,
        minimumOs: input.minimumOs,
        artifacts: input.artifacts,
        inStoreAt: input.inStore ? createdAt : null,
        holdHours: input.holdHours,
        stagePercent: input.stagePercent,
        ...audience.value,
        graceMinutes: input.graceMinutes,
        ...signOutColumns(input.signOut),
        hardLimitMinutes: input.hardLimitMinutes,
        publishAt: input.publishAt,
        escalateAt: input.escalateAt,
        escalateGraceMinutes: input.escalateGraceMinutes,
        createdAt,
      },
    });
    await audit(tx, actor, {
      verb: "release.create",
      subject: release.id,
      changes: { to: summary(release) },
    });
    return ok(releaseFacts(release));
  });
}

/** Changes a draft. One that is scheduled is a draft again: it was confirmed as it was. */
export async function changeRelease(actor: Actor, { id, revision, ...input }: ChangeRelease & ReleaseId) {
  authorize(actor, "releases:write");

  return db.$transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    if (!release) return fail("not-found");
    if (release.status !== "draft" && release.status !== "scheduled") return fail("release-is-out");
    if (revision !== undefined && revision !== release.revision) return fail("setting-changed");
    const audience = await audienceOf(tx, actor, input);
    if (!audience.ok) return audience;

    const {
      version: sent,
      inStore,
      signOut,
      teams,
      users,
      excludeTeams,
      excludeUsers,
      ...plain
    } = definedOf(input);
    const version = sent?.version ?? release.version;
    const build = plain.build === undefined ? (sent ? sent.build : release.build) : plain.build;
    const { versionKey, buildKey } = keysOf({ version, build });
    if (versionKey === null) return noVersion();
    const fault = leadsNowhere({ ...release, ...plain }) ?? escalatesTooSoon({ ...release, ...plain });
    if (fault) return wrong("invalid-request", fault);
    // What somebody has seen in the store is that version.
    const isSame = version === release.version && build === release.build;
    const confirmedAt = (isSame && release.inStoreAt) || (await databaseNow(tx));
    const changed = await tx.release.update({
      where: { id },
      data: {
        ...plain,
        ...audience.value,
        ...(signOut && signOutColumns(signOut)),
        ...(inStore === undefined
          ? !isSame && { inStoreAt: null }
          : { inStoreAt: inStore ? confirmedAt : null }),
        ...{ version, build, versionKey, buildKey },
        status: "draft",
        ...stepped,
      },
    });
    const facts = releaseFacts(changed);
    await audit(tx, actor, {
      verb: "release.change",
      subject: id,
      changes: difference(columnsOf(release), columnsOf(facts)),
    });
    return ok(facts);
  });
}

/** Removes a draft. What was ever out stays, withdrawn. */
export async function deleteRelease(actor: Actor, { id }: ReleaseId) {
  authorize(actor, "releases:write");

  return db.$transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    if (!release) return fail("not-found");
    if (release.status !== "draft") return fail("release-is-out");
    await tx.release.delete({ where: { id } });
    await audit(tx, actor, { verb: "release.delete", subject: id, changes: { from: summary(release) } });
    return ok(undefined);
  });
}

/** Locks a release until the transaction ends, and reads it. */
export async function lockRelease(tx: Tx, id: string): Promise<ReleaseFacts | null> {
  await tx.$queryRaw`select 1 from release where id = ${id}::uuid for no key update`;
  const row = await tx.release.findUnique({ where: { id } });
  return row && releaseFacts(row);
}

type Named = Partial<Record<"teams" | "users" | "excludeTeams" | "excludeUsers", string[] | undefined>>;

/** The ids of who was named; what was not named is left out. */
export async function audienceOf(tx: Tx, actor: Actor, { teams, users, excludeTeams, excludeUsers }: Named) {
  const named = await teamIdsOf(tx, { teams, excludeTeams });
  if (!named.ok) return named;
  const people = await userIdsOf(tx, actor, { users, excludeUsers });
  if (!people.ok) return people;
  const { teams: teamIds, excludeTeams: excludeTeamIds } = named.value;
  const { users: userIds, excludeUsers: excludeUserIds } = people.value;
  return ok({
    ...(teamIds && { teamIds }),
    ...(excludeTeamIds && { excludeTeamIds }),
    ...(userIds && { userIds }),
    ...(excludeUserIds && { excludeUserIds }),
  });
}

/** The ids of teams by their names; of those that no team has, the fields that named them. */
export async function teamIdsOf(tx: Tx, named: Pick<Named, "teams" | "excludeTeams">) {
  const found = await findTeams(
    tx,
    Object.values(named).flatMap((names) => names ?? []),
  );
  const errors = Object.entries(named).flatMap(([path, names = []]) =>
    names.filter((name) => !found.has(name)).map((name) => ({ path, message: `no team is called ${name}` })),
  );
  if (errors.length > 0) return wrong("unknown-team", ...errors);
  const ids = (names?: string[]) => names?.flatMap((name) => found.get(name)?.id ?? []);
  return ok({ teams: ids(named.teams), excludeTeams: ids(named.excludeTeams) });
}

async function userIdsOf(tx: Tx, actor: Actor, named: Pick<Named, "users" | "excludeUsers">) {
  const { users = [], excludeUsers = [] } = named;
  const meant = await findAmong(tx, actor, users);
  const excluded = await findAmong(tx, actor, excludeUsers);
  const nobody = (path: string, names: string[]) =>
    names.map((name) => ({ path, message: `nobody is called ${name}` }));
  const errors = [...nobody("users", meant.unknown), ...nobody("excludeUsers", excluded.unknown)];
  if (errors.length > 0) return wrong("unknown-user", ...errors);
  const ids = ({ users }: typeof meant) => users.map(({ id }) => id);
  return ok({ users: named.users && ids(meant), excludeUsers: named.excludeUsers && ids(excluded) });
}

const wrong = <C extends ErrorCode>(code: C, ...errors: Faults["errors"]) => fail(code, { errors });

/** The schema lets nothing else through. */
const noVersion = () => wrong("invalid-request", { path: "version", message: "has no order" });

export const signOutColumns = ({ mode, wavePercent, waveMinutes, by }: CreateRelease["signOut"]) => ({
  signOutMode: mode,
  wavePercent,
  waveMinutes,
  signOutBy: mode === "next_sign_out" ? (by ?? null) : null,
});

/** Without what was not named. */
function definedOf<T extends object>(input: T) {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** What differs between two of a kind, from what to what, as the audit keeps it. */
export function difference<T extends object>(before: T, after: T) {
  const keys = Object.keys(after) as (keyof T)[];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const of = (one: T) =>
    JSON.parse(JSON.stringify(Object.fromEntries(changed.map((key) => [key, one[key]]))));
  return { from: of(before), to: of(after) };
}

/** What follows from the others is no change of its own. */
function columnsOf({
  revision: _r,
  versionKey: _v,
  buildKey: _b,
  needs: _n,
  signOut: _s,
  ...columns
}: ReleaseFacts) {
  return columns;
}

type Summarised = Pick<
  ReleaseFacts,
  "channel" | "version" | "build" | "kind" | "stagePercent" | "graceMinutes" | "signOutMode"
>;

const summary = ({ channel, version, build, kind, stagePercent, graceMinutes, signOutMode }: Summarised) => ({
  channel,
  version,
  build,
  kind,
  stagePercent,
  graceMinutes,
  signOutMode,
});
