import { z } from "zod";

/** What the update policy said of an app that is no longer new, and what it is about: `v2.18.0 (2.63102)`. */
export const Outdated = z.object({
  status: z.enum(["recommended", "mandatory", "os_too_old"]),
  release: z.string(),
  since: z.iso.datetime(),
});
export type Outdated = z.infer<typeof Outdated>;

/** What live screens show of one user: the seat, and the user's and team's names. Times in UTC. */
export const LiveRow = z.object({
  /** The user's id. */
  id: z.uuid(),
  revision: z.number(),
  username: z.string(),
  name: z.string(),
  team: z.string(),
  teamId: z.uuid(),
  roles: z.array(z.enum(["agent", "supervisor", "analyst", "administrator"])),
  disabled: z.boolean(),
  open: z.boolean(),
  sessionId: z.uuid().nullable(),
  platform: z.enum(["desktop", "mobile"]).nullable(),
  app: z.string().nullable(),
  /** False where the app's version is one that nothing can be compared with. */
  versionKnown: z.boolean(),
  /** Of the app of the open session, or of the last one; null where it owes nothing. */
  outdated: Outdated.nullable(),
  os: z.string().nullable(),
  device: z.string().nullable(),
  loginAt: z.iso.datetime().nullable(),
  logoutAt: z.iso.datetime().nullable(),
  state: z.enum(["ready", "not_ready", "busy", "after_call_work"]).nullable(),
  reason: z.string().nullable(),
  stateSince: z.iso.datetime().nullable(),
  onInteraction: z.boolean(),
});
export type LiveRow = z.infer<typeof LiveRow>;
