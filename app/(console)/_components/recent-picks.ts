import { z } from "zod";

/** What was picked of late, with what is needed to show it again. */
export const Pick = z.object({
  id: z.string(),
  label: z.string(),
  note: z.string().optional(),
  detail: z.string().optional(),
  href: z.string(),
});
export type Pick = z.infer<typeof Pick>;

const Kept = z.array(Pick);
const most = 5;
const prefix = "rollcall.recent.";
const keyOf = (reader: string) => `${prefix}${reader}`;

/** Of one reader, in this tab, newest first. */
export function recentPicks(reader: string): Pick[] {
  try {
    return Kept.parse(JSON.parse(sessionStorage.getItem(keyOf(reader)) ?? "[]"));
  } catch {
    return [];
  }
}

export function keepPick(reader: string, pick: Pick) {
  const others = recentPicks(reader).filter(({ id }) => id !== pick.id);
  sessionStorage.setItem(keyOf(reader), JSON.stringify([pick, ...others].slice(0, most)));
}

/** At the end of a stay: the next person at this machine learns nothing of whom it was about. */
export function forgetPicks() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
