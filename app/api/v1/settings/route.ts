import { route } from "@/app/_edges/route";
import { authorize } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { ok } from "@/lib/result";
import { changeSettings } from "@/lib/settings/commands";
import { readSettingsNow } from "@/lib/settings/queries";
import { Settings, SettingsPatch } from "@/lib/settings/schema";

const answer = Settings.meta({ id: "Settings" });

export const GET = route({ id: "getSettings", summary: "Get the settings", answer }, async (actor) => {
  authorize(actor, "settings:read");
  return ok(await readSettingsNow(db));
});

export const PATCH = route(
  {
    id: "changeSettings",
    summary: "Change settings",
    description: "Only those that are named change; every process knows within two seconds.",
    body: SettingsPatch,
    answer,
  },
  async (actor, { body }) => ok(await changeSettings(actor, body)),
);
