import { type Notice, Problem, readRequiredUpdate } from "@/client/rollcall";
import type { OpenApp } from "./app";
import type { Desk } from "./work";

const secondMs = 1000;

/** What an agent does about what their apps are told of updates. */
export function createUpdates({ random, nap }: Pick<Desk, "random" | "nap">) {
  const known = new Set<string>();

  /** Reads what is new on the screen of an app: true for somebody who signs out now and installs it. */
  async function heed(app: OpenApp): Promise<boolean> {
    const { rollcall } = app;
    for (const notice of rollcall.session?.notices ?? []) {
      if (known.has(notice.noticeId)) continue;
      known.add(notice.noticeId);
      await nap(random.between(1, 12) * secondMs);
      await rollcall.notice(notice.noticeId, "seen");
      if (notice.distribution === "package" || notice.minimumOs !== null) continue;
      // Of a mandatory one many wait to be signed out; a recommended one most put off.
      if (random.chance(notice.kind === "mandatory" ? 0.5 : 0.3)) return install(app, notice);
      if (notice.kind === "recommended" && random.chance(0.7))
        await rollcall.notice(notice.noticeId, "later");
    }
    return false;
  }

  async function install(app: OpenApp, { noticeId, kind, release }: Notice): Promise<boolean> {
    const { rollcall } = app;
    await nap(random.between(1, 4) * secondMs);
    app.install(release);
    await rollcall.notice(noticeId, "store_opened");
    // That signs them out, for a mandatory one.
    await rollcall.notice(noticeId, "acknowledged");
    if (kind === "recommended") await rollcall.signOut();
    return true;
  }

  return { heed };
}

/** Installs what a refused sign-in asks for, or what the session was ended for; false where nothing can be installed. */
export function installRequired(app: OpenApp, problem: unknown): boolean {
  const required = problem instanceof Problem ? readRequiredUpdate(problem) : undefined;
  if (!required || required.minimumOs !== null) return false;
  app.install(required.release);
  return true;
}
