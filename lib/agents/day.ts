import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { lastDaily } from "@/lib/sessions/schedule";
import { readSettings } from "@/lib/settings/queries";

/** When the centre's day began. */
export async function dayNow(): Promise<Date> {
  const { dailyResetAt, timeZone } = await readSettings(db);
  return lastDaily(dailyResetAt, timeZone, await databaseNow(db));
}
