import { type Actor, can } from "@/lib/auth/actor";

/** What the reader may do with logs, beside reading them. */
export const powersOf = (actor: Actor) => ({
  ask: can(actor, "logs:ask"),
  download: can(actor, "logs:download"),
  delete: can(actor, "logs:delete"),
});
export type Powers = ReturnType<typeof powersOf>;
