import { z } from "zod";

const zone = z.string().refine(isZone, "must be a time zone such as Europe/Berlin");

/** Every setting with its bounds. A stored one that a newer Rollcall left behind is passed over. */
export const Settings = z.object({
  desktopLeaseSeconds: z.int().min(2).max(3600),
  mobileSilenceSeconds: z.int().min(10).max(86_400),
  timeZone: zone,
});
export type Settings = z.output<typeof Settings>;

export const defaults: Settings = {
  desktopLeaseSeconds: 60,
  mobileSilenceSeconds: 1800,
  timeZone: "Europe/Berlin",
};

/** A change of some settings; a name that does not exist is an error. */
export const SettingsPatch = z.strictObject(Settings.shape).partial();
export type SettingsPatch = z.output<typeof SettingsPatch>;

export function isZone(name: string) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
