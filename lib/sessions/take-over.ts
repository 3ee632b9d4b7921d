import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

export const takeOverMs = 2 * 60_000;

const Claim = z.tuple([z.uuid(), z.number()]);

/** A permit to end one session: signed, for that session alone, good for two minutes. It ends nothing by itself. */
export function signTakeOver(sessionId: string, now: Date, secret: string): string {
  const claim = Buffer.from(JSON.stringify([sessionId, now.getTime() + takeOverMs])).toString("base64url");
  return `${claim}.${seal(claim, secret)}`;
}

/** True if the permit is ours, not expired, and for the session that holds the seat now. */
export function permitsTakeOver(permit: string, sessionId: string, now: Date, secret: string): boolean {
  const [claim, given] = permit.split(".");
  if (!claim || !given) return false;
  const expected = Buffer.from(seal(claim, secret));
  const received = Buffer.from(given);
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) return false;
  const [forSession, until] = Claim.parse(JSON.parse(Buffer.from(claim, "base64url").toString()));
  return forSession === sessionId && now.getTime() < until;
}

const seal = (claim: string, secret: string) =>
  createHmac("sha256", secret).update(`take-over:${claim}`).digest("base64url");
