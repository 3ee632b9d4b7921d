import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { findTeams } from "@/lib/teams/queries";
import { uniqueViolation } from "@/lib/unique";
import { findReason, forgetReasons, type Reason } from "./queries";
import type { ChangeReasonOf, CreateReason } from "./schema";

/** Offers one more reason, after all others. */
export async function createReason(actor: Actor, { name, kind, teams }: CreateReason) {
  authorize(actor, "settings:write");

  return oneAtATime(async (tx) => {
    const teamIds = await idsOf(tx, teams);
    if (!teamIds) return fail("unknown-team");
    const id = uuidv7();
    const order = await readOrder(tx);
    const data = { id, name, kind, position: order.length + 1, everyTeam: teams === null };
    await tx.notReadyReason.create({ data: { ...data, teams: { create: teamIds } } });
    await takeName(tx, name);
    await audit(tx, actor, { verb: "reason.create", subject: id, changes: { to: { name, kind, teams } } });
    return ok(await readReason(tx, id));
  });
}

/** Changes what is named: a reason is renamed, moved, archived, offered again. What the ledger holds keeps its text. */
export async function changeReason(actor: Actor, { id, ...patch }: ChangeReasonOf) {
  authorize(actor, "settings:write");

  return oneAtATime(async (tx) => {
    const before = await findReason(tx, id);
    if (!before) return fail("not-found");
    const order = await readOrder(tx);
    if (patch.before && !order.includes(patch.before)) return fail("not-found");
    const teamIds = await idsOf(tx, patch.teams ?? null);
    if (!teamIds) return fail("unknown-team");

    const { name, kind, teams, archived = before.archived } = patch;
    const { formerNames } = await tx.notReadyReason.findUniqueOrThrow({ where: { id } });
    await tx.notReadyReason.update({
      where: { id },
      data: {
        ...(name !== undefined && { name, formerNames: [...new Set([...formerNames, before.name])] }),
        ...(kind !== undefined && { kind }),
        ...(teams !== undefined && {
          everyTeam: teams === null,
          teams: { deleteMany: {}, create: teamIds },
        }),
        ...(archived !== before.archived && { archivedAt: archived ? await databaseNow(tx) : null }),
      },
    });
    if (name !== undefined) await takeName(tx, name);
    const reordered = placed(order, id, { archived, before: patch.before });
    await writeOrder(tx, reordered);

    const after = await readReason(tx, id);
    const changes = differences(
      { ...before, position: placeOf(order, id) },
      { ...after, position: placeOf(reordered, id) },
    );
    if (changes) await audit(tx, actor, { verb: "reason.change", subject: id, changes });
    return ok(after);
  });
}

/** A name is one reason's: it is no former name any more, of itself or of another one. */
async function takeName(tx: Tx, name: string) {
  await tx.$executeRaw`
    update not_ready_reason set former_names = array_remove(former_names, ${name}) where ${name} = any(former_names)`;
}

/** Whoever else changes the list waits: its order is one. */
async function oneAtATime<T>(change: (tx: Tx) => Promise<T>) {
  try {
    return await db.$transaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('not ready reasons'))`;
      return await change(tx);
    });
  } catch (error) {
    if (uniqueViolation(error) === "not_ready_reason_name_key") return fail("reason-name-taken");
    throw error;
  } finally {
    forgetReasons();
  }
}

/** Rows for the teams of these names; undefined where one of them does not exist. */
async function idsOf(tx: Tx, names: readonly string[] | null) {
  if (names === null) return [];
  const found = await findTeams(tx, names);
  if (names.some((name) => !found.has(name))) return undefined;
  return [...new Set([...found.values()].map(({ id }) => id))].map((teamId) => ({ teamId }));
}

const readOrder = async (tx: Tx) =>
  (
    await tx.notReadyReason.findMany({
      where: { archivedAt: null },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true },
    })
  ).map(({ id }) => id);

const writeOrder = (tx: Tx, order: readonly string[]) => tx.$executeRaw`
  update not_ready_reason r set position = o.position
  from unnest(${[...order]}::uuid[]) with ordinality as o (id, position)
  where r.id = o.id and r.position <> o.position`;

type Place = { archived: boolean; before: string | null | undefined };

/** The order with a reason where it belongs: one that comes back comes last. */
function placed(order: readonly string[], id: string, { archived, before }: Place) {
  if (archived) return order.filter((other) => other !== id);
  if (before === id || (before === undefined && order.includes(id))) return order;
  const rest = order.filter((other) => other !== id);
  return rest.toSpliced(before ? rest.indexOf(before) : rest.length, 0, id);
}

/** From 1; null for one that is not offered. */
const placeOf = (order: readonly string[], id: string) => order.indexOf(id) + 1 || null;

type Facts = Omit<Reason, "id"> & { position: number | null };

/** What differs, before and after; undefined where nothing does. */
function differences(before: Facts, after: Facts) {
  const keys = (["name", "kind", "teams", "archived", "position"] as const).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (keys.length === 0) return undefined;
  const of = (facts: Facts) => Object.fromEntries(keys.map((key) => [key, facts[key]]));
  return { from: of(before), to: of(after) };
}

async function readReason(tx: Tx, id: string) {
  const reason = await findReason(tx, id);
  if (!reason) throw new Error(`reason ${id} is gone within its own transaction`);
  return reason;
}
