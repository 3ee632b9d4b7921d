import { createHash, timingSafeEqual } from "node:crypto";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { actorByToken } from "@/lib/auth/api-tokens";
import { env } from "@/lib/env";

/** Who calls the admin API, and by which token: the bootstrap token, or one of a person. Null for nobody. */
export async function callerOf(request: Request): Promise<{ actor: Actor; token: string } | null> {
  const token = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!token) return null;
  const expected = env().ADMIN_API_TOKEN;
  if (expected && timingSafeEqual(digest(token), digest(expected))) return { actor: bootstrapToken, token };
  const actor = await actorByToken(token);
  return actor && { actor, token };
}

const digest = (text: string) => createHash("sha256").update(text).digest();
