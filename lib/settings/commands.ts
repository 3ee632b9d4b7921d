import { audit } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client";
import { forgetSettings, readSettingsNow } from "./queries";
import { type SaveSettings, type SettingKey, Settings, type SettingsPatch } from "./schema";

/** Changes the settings named in the patch; each one that really changes is audited with its old and new value. */
export async function changeSettings(actor: Actor, patch: SettingsPatch): Promise<Settings> {
  authorize(actor, "settings:write");

  const after = await db.$transaction(async (tx) => write(tx, actor, await lockSettings(tx), patch));
  forgetSettings();
  return after;
}

/** The same for a person at a screen: nothing is changed where a setting is no longer as that person saw it. */
export async function saveSettings(actor: Actor, { patch, seen }: SaveSettings) {
  authorize(actor, "settings:write");

  const saved = await db.$transaction(async (tx) => {
    const before = await lockSettings(tx);
    if (keysOf(patch).some((key) => before[key] !== seen[key])) return fail("setting-changed");
    return ok(await write(tx, actor, before, patch));
  });
  forgetSettings();
  return saved;
}

/** The settings as they are; whoever else changes some waits until this transaction ends. */
async function lockSettings(tx: Tx) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('settings'))`;
  return readSettingsNow(tx);
}

async function write(tx: Tx, actor: Actor, before: Settings, patch: SettingsPatch) {
  const after = Settings.parse({ ...before, ...patch });
  for (const key of keysOf(patch).filter((key) => before[key] !== after[key])) {
    const value = after[key] ?? Prisma.JsonNull;
    const updatedAt = await databaseNow(tx);
    await tx.setting.upsert({
      where: { key },
      create: { key, value, updatedAt },
      update: { value, updatedAt },
    });
    const changes = { from: before[key], to: after[key] };
    await audit(tx, actor, { verb: "setting.change", subject: key, changes });
  }
  return after;
}

const keysOf = (patch: SettingsPatch) => Object.keys(patch) as SettingKey[];
