import { z } from "zod";
import { LiveRow } from "@/lib/live/row";
import { contacts } from "@/lib/seats/silence";

/** A row of the Users list: what is live, and what no change of a seat tells; contact is as of the reading. */
export const UserRow = LiveRow.extend({
  personnelNumber: z.string().nullable(),
  email: z.string().nullable(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** Null where nobody is signed in. */
  contact: z.enum(contacts).nullable(),
});
export type UserRow = z.infer<typeof UserRow>;
