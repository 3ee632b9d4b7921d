import { audit } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { forgetSettings, readSettingsNow } from "./queries";
import { Settings, type SettingsPatch } from "./schema";

/** Changes the settings named in the patch; each one that really changes is audited with its old and new value. */
export async function changeSettings(actor: Actor, patch: SettingsPatch): Promise<Settings> {
  authorize(actor, "settings:write");

  const changed = await db.$transaction(async (tx) => {
    const before = await readSettingsNow(tx);
    const after = Settings.parse({ ...before, ...patch });
    const differing = (Object.keys(patch) as (keyof Settings)[]).filter((key) => before[key] !== after[key]);
    for (const key of differing) {
      const value = after[key] ?? Prisma.JsonNull;
      const updatedAt = await databaseNow(tx);
      await tx.setting.upsert({
        where: { key },
        create: { key, value, updatedAt },
        update: { value, updatedAt },
      });
      await audit(tx, actor, {
        verb: "setting.change",
        subject: key,
        changes: { from: before[key], to: after[key] },
      });
    }
    return after;
  });
  forgetSettings();
  return changed;
}
