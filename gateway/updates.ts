import type { Context } from "hono";
import { updatesFor } from "@/lib/releases/updates";
import { UpdatesQuery } from "@/lib/releases/updates-schema";
import { invalid, problem } from "./problem";
import { releaseView } from "./release";

/** `GET /v1/updates`: what a version owes, for any app, without signing in. */
export async function updates(c: Context) {
  const query = UpdatesQuery.safeParse(c.req.query());
  if (!query.success) return problem(c, "invalid-request", invalid(query.error));
  const { locale, ...app } = query.data;
  const decision = await updatesFor(app);
  const release = "release" in decision ? decision.release : null;
  const { status } = decision;
  return c.json({
    status: status === "os-too-old" ? "mandatory" : status,
    release: release && {
      ...releaseView(release, { toBeHad: true, locale }),
      minimumOs: release.minimumOs,
    },
    since: "since" in decision ? decision.since.toISOString() : null,
  });
}
