import { createHmac } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { keyFor, seal, unseal } from "@/lib/sealed";
import { Prisma } from "@/prisma/generated/client";
import type { Claim } from "./claim";
import { Answer, type Asked } from "./schema";

const beatMs = 5_000;
/** So long after its last beat whoever carries a request out is gone. */
const goneAfterSeconds = 15;
const gone = Prisma.sql`r.beat_at < ledger_now() - ${goneAfterSeconds} * interval '1 s'`;

/**
 * Takes a request on, unless somebody has: then it is under way, answered, or done with its answer lost. One that somebody
 * left before doing anything is taken over.
 */
export async function claimRequest({ token, key, method, address, body }: Asked) {
  const id = hash("key", token, key);
  const asked = hash("request", method, address, body);
  const claimId = uuidv7();
  const [ours] = await db.$queryRaw<{ id: unknown }[]>`
    insert into api_request as r (id, asked, claim_id, made_at, beat_at)
    values (${id}, ${asked}, ${claimId}::uuid, ledger_now(), ledger_now())
    on conflict (id) do update set claim_id = excluded.claim_id, beat_at = ledger_now()
      where r.asked = excluded.asked and r.done_at is null and r.answer is null and ${gone}
    returning r.id`;
  if (ours) return ok({ claim: { id, claimId } });

  const [theirs] = await db.$queryRaw<Row[]>`
    select asked, answer, done_at is not null as done, ${gone} as gone from api_request r where id = ${id}`;
  if (!theirs) return fail("idempotency-key-in-use");
  if (Buffer.compare(theirs.asked, asked) !== 0) return fail("idempotency-key-reused");
  if (theirs.answer) return ok({ answer: await opened(theirs.answer) });
  return fail(theirs.done && theirs.gone ? "answer-lost" : "idempotency-key-in-use");
}

type Row = { asked: Uint8Array; answer: Uint8Array | null; done: boolean; gone: boolean };

/** Shows, until it is stopped, that a request is being carried out. */
export function beatFor({ id, claimId }: Claim) {
  const timer = setInterval(() => {
    // A missed beat is made up for by the next.
    db.$executeRaw`
      update api_request set beat_at = ledger_now() where id = ${id} and claim_id = ${claimId}::uuid`.catch(
      () => {},
    );
  }, beatMs);
  return () => clearInterval(timer);
}

/** Keeps what came of a request. */
export async function keepAnswer({ id, claimId }: Claim, answer: Answer) {
  const sealed = await seal("api answer", Buffer.from(JSON.stringify(answer)));
  await db.apiRequest.updateMany({ where: { id, claimId }, data: { answer: sealed } });
}

/** Leaves a request that failed to whoever asks again, unless something was done. */
export async function leaveRequest({ id, claimId }: Claim) {
  await db.apiRequest.deleteMany({ where: { id, claimId, doneAt: null } });
}

async function opened(sealed: Uint8Array): Promise<Answer> {
  const bytes = await unseal("api answer", sealed);
  // The secret that sealed it is the one that its key was found by.
  if (!bytes) throw new Error("a kept answer cannot be opened");
  return Answer.parse(JSON.parse(Buffer.from(bytes).toString()));
}

/** Neither tokens nor passwords in a body can be told from it, nor guessed without the secret. */
function hash(...parts: (string | Uint8Array)[]) {
  const hmac = createHmac("sha256", keyFor("api request"));
  for (const part of parts) {
    const bytes = Buffer.from(part);
    hmac.update(`${bytes.byteLength}:`).update(bytes);
  }
  return new Uint8Array(hmac.digest());
}
