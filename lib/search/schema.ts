import { z } from "zod";
import { SearchText } from "@/lib/text";
import { Channel, ReleaseStatus } from "@/prisma/generated/enums";

/** What somebody typed into the search of everything. */
export const FindAnything = z.object({ q: SearchText.pipe(z.string().min(1)) });
export type FindAnything = z.output<typeof FindAnything>;

export const FoundPerson = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  team: z.string(),
  disabled: z.boolean(),
  /** Null where nobody is signed in. */
  state: z.enum(["ready", "not_ready", "busy", "after_call_work"]).nullable(),
  /** Signed in from the Mobile app. */
  mobile: z.boolean(),
});
export type FoundPerson = z.infer<typeof FoundPerson>;

export const FoundTeam = z.object({ id: z.uuid(), name: z.string(), members: z.number() });
export type FoundTeam = z.infer<typeof FoundTeam>;

export const FoundRelease = z.object({
  id: z.uuid(),
  channel: z.enum(Channel),
  version: z.string(),
  build: z.string().nullable(),
  status: z.enum(ReleaseStatus),
});
export type FoundRelease = z.infer<typeof FoundRelease>;

/** Best first; people, teams and releases that the asker may see. */
export const Found = z.object({
  people: z.array(FoundPerson),
  teams: z.array(FoundTeam),
  releases: z.array(FoundRelease),
});
export type Found = z.infer<typeof Found>;
