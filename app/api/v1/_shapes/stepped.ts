import type { Actor } from "@/lib/auth/actor";
import type { ErrorCode } from "@/lib/errors";
import { getRelease } from "@/lib/releases/queries";
import { ok, type Result } from "@/lib/result";
import { releaseJson } from "./release";

/** A release as it stands after a step, with its funnel; or why the step was not taken. */
export async function stepped<C extends ErrorCode>(actor: Actor, done: Result<{ id: string }, C, unknown>) {
  if (!done.ok) return done;
  const release = await getRelease(actor, done.value);
  return release.ok ? ok(releaseJson(release.value)) : release;
}
