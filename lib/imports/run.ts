import pLimit from "p-limit";
import type { Actor } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/passwords";
import { db, type Tx } from "@/lib/db";
import { collision } from "@/lib/unique";
import { holdAdministrators } from "@/lib/users/administrators";
import { lockUsers } from "@/lib/users/lock";
import { badLines, type Checked, checkLines } from "./check";
import type { CheckedContent } from "./content";
import { namedUsers, readFacts } from "./facts";
import type { Problem } from "./problem";
import { LateProblems } from "./schema";
import type { Given } from "./values";
import { carryOut, step } from "./work";
import { changeUsers, insertUsers } from "./write";

// A transaction stays well under a second: readers of the feed wait for the oldest one.
const chunkLines = 200;
const chunkHashes = 40;
const attempts = 4;

// A few at a time: a person who signs in meanwhile stands behind these, not behind the whole file.
const hashing = pLimit(4);

type Run = { id: string; runnerId: string; content: CheckedContent };

/** Works through the lines that are left, chunk by chunk, each with its place in one transaction. */
export function runImport(actor: Actor, { id, runnerId, content: { lines, checked } }: Run) {
  const work = { id, runnerId, state: "running" as const };
  return carryOut(work, async () => {
    const plan = planOf(checked);
    const { lastLine } = await db.userImport.findUniqueOrThrow({ where: { id }, select: { lastLine: true } });
    let left = lines.filter(({ line }) => line > lastLine);
    while (left.length > 0) {
      const chunk = nextChunk(left, plan.passwords);
      left = left.slice(chunk.length);
      const hashes = await hashesFor(chunk, plan.passwords);
      const ours = await again(() => step(work, (tx) => writeChunk(tx, actor, id, { chunk, hashes, plan })));
      if (!ours) return;
    }
    await step(work, async (tx) => {
      await tx.userImport.update({ where: { id }, data: { state: "done" } });
    });
  });
}

type Plan = ReturnType<typeof planOf>;

/** By line: what is known before the first chunk. */
function planOf(checked: Checked) {
  const { creates, updates } = checked;
  const passwords = [...creates, ...updates].flatMap(({ line, password }) =>
    password === null ? [] : [[line, password] as const],
  );
  return {
    bad: badLines(checked),
    passwords: new Map(passwords),
  };
}

/** Fewer lines where each costs a hash. */
function nextChunk(left: readonly Given[], passwords: ReadonlyMap<number, string>) {
  let hashes = 0;
  const end = left.findIndex(({ line }, index) => {
    if (passwords.has(line)) hashes++;
    return index === chunkLines || hashes > chunkHashes;
  });
  return end === -1 ? left : left.slice(0, Math.max(1, end));
}

async function hashesFor(chunk: readonly Given[], passwords: ReadonlyMap<number, string>) {
  const hashed = chunk.map(({ line }) =>
    hashing(async () => {
      const password = passwords.get(line);
      return password === undefined ? [] : [[line, await hashPassword(password)] as const];
    }),
  );
  return new Map((await Promise.all(hashed)).flat());
}

type Chunk = { chunk: readonly Given[]; hashes: ReadonlyMap<number, string>; plan: Plan };

/** What was fine in the preview is looked at again under the locks: others write users, too. */
async function writeChunk(tx: Tx, actor: Actor, id: string, { chunk, hashes, plan }: Chunk) {
  const good = chunk.filter(({ line }) => !plan.bad.has(line));
  const locked = new Set(await namedUsers(tx, good));
  await lockUsers(tx, [...locked]);
  if (good.some(({ roles }) => roles)) await holdAdministrators(tx);
  const checked = checkLines(good, await readFacts(tx, actor, good), { createTeams: false });
  // Somebody made between two looks is not locked, and is as good as taken.
  const updates = checked.updates.filter(({ user }) => locked.has(user.id));
  const unlocked = checked.updates.filter(({ user }) => !locked.has(user.id)).map(({ line }) => line);
  const beaten = [...unlocked, ...(await insertUsers(tx, actor, id, checked.creates, hashes))];
  await changeUsers(tx, actor, id, updates, hashes);
  const late: Problem[] = [
    ...checked.problems,
    ...beaten.map((line) => ({
      line,
      field: "username" as const,
      value: "",
      code: "taken-meanwhile" as const,
      other: "",
    })),
  ];
  const created = checked.creates.length - (beaten.length - unlocked.length);
  const updated = updates.length;
  const unchanged = checked.unchanged.length;
  const { lateProblems } = await tx.userImport.update({
    where: { id },
    data: {
      lastLine: chunk.at(-1)?.line ?? 0,
      handled: { increment: chunk.length },
      created: { increment: created },
      updated: { increment: updated },
      unchanged: { increment: unchanged },
      skipped: { increment: chunk.length - created - updated - unchanged },
    },
    select: { lateProblems: true },
  });
  if (late.length > 0)
    await tx.userImport.update({
      where: { id },
      data: { lateProblems: [...LateProblems.parse(lateProblems), ...late] },
    });
}

/** Two that wrote the same people at the same moment: the one that Postgres turned away looks at them anew. */
async function again<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (attempt === attempts || !collision(error)) throw error;
    }
  }
}
