import { json, route } from "@/app/_edges/route";
import { authorize } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeSettings } from "@/lib/settings/commands";
import { readSettingsNow } from "@/lib/settings/queries";
import { SettingsPatch } from "@/lib/settings/schema";

export const GET = route({}, async (actor) => {
  authorize(actor, "settings:read");
  return json(await readSettingsNow(db));
});

export const PATCH = route({ body: SettingsPatch }, async (actor, { body }) =>
  json(await changeSettings(actor, body)),
);
