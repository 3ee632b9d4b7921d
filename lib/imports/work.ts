import { setInterval } from "node:timers";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { db, type Tx } from "@/lib/db";
import { log } from "@/lib/log";
import type { ImportState, UserImport } from "@/prisma/generated/client";

/** An import whose runner was not heard of for so long is taken for stopped: its process is gone. */
export const lostSeconds = 10;
const beatMs = 2000;

export type Working = Extract<ImportState, "running" | "undoing">;

/** An import as it stands: one whose runner is gone has stopped. */
export type Standing = Omit<UserImport, "content"> & { lost: boolean };

/** Locks an import until the transaction ends, and reads it. */
export async function lockImport(tx: Tx, id: string): Promise<Standing | null> {
  await tx.$queryRaw`select 1 from user_import where id = ${id}::uuid for update`;
  return readImport(tx, id);
}

export async function readImport(tx: Tx, id: string): Promise<Standing | null> {
  const found = await tx.userImport.findUnique({ where: { id }, omit: { content: true } });
  if (!found) return null;
  const [row] = await tx.$queryRaw<[{ lost: boolean }]>`
    select beat_at < ledger_now() - ${lostSeconds} * interval '1 s' as lost from user_import where id = ${id}::uuid`;
  return { ...found, lost: isWorking(found.state) && row.lost };
}

/** Whether an import, whose file may hold passwords, is this actor's own. */
export const isOwn = (actor: Actor, row: Standing) =>
  row.actorKind === actor.kind && row.actorId === actor.id;

export const isOwnDraft = (actor: Actor, row: Standing | null): row is Standing =>
  row?.state === "draft" && isOwn(actor, row);

export const isWorking = (state: ImportState): state is Working => state === "running" || state === "undoing";

/** Takes an import that the caller has locked into its own hands; whoever had it finds out at the next step. */
export async function takeImport(tx: Tx, id: string, state: Working): Promise<string> {
  const runnerId = uuidv7();
  await tx.$executeRaw`
    update user_import set state = ${state}::import_state, runner_id = ${runnerId}::uuid, beat_at = ledger_now(),
      started_at = coalesce(started_at, ledger_now())
    where id = ${id}::uuid`;
  return runnerId;
}

type Work = { id: string; runnerId: string; state: Working };

/** Does one step of the work in a transaction, if it is still this runner's; false where it is not. */
export async function step(work: Work, act: (tx: Tx) => Promise<void>): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const now = await lockImport(tx, work.id);
    if (now?.runnerId !== work.runnerId || now.state !== work.state) return false;
    await act(tx);
    await tx.$executeRaw`update user_import set beat_at = ledger_now() where id = ${work.id}::uuid`;
    return true;
  });
}

/** Runs the work to its end, with a beat on the side that says it is alive. A failure leaves it stopped where it was. */
export async function carryOut(work: Work, run: () => Promise<void>): Promise<void> {
  const beat = setInterval(() => {
    void db.$executeRaw`
      update user_import set beat_at = ledger_now()
      where id = ${work.id}::uuid and runner_id = ${work.runnerId}::uuid and state = ${work.state}::import_state`.catch(
      () => {},
    );
  }, beatMs);
  try {
    await run();
  } catch (error) {
    log.error({ import: work.id, error: String(error) }, "import stopped");
    await stopWork(work).catch(() => {});
  } finally {
    clearInterval(beat);
  }
}

async function stopWork({ id, runnerId }: Work) {
  await db.userImport.updateMany({ where: { id, runnerId, state: "running" }, data: { state: "stopped" } });
}
