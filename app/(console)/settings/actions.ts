"use server";

import { action } from "@/app/_edges/action";
import { saveSettings as save } from "@/lib/settings/commands";
import { foresee as look } from "@/lib/settings/consequences";
import { SaveSettings, SettingsPatch } from "@/lib/settings/schema";

export const saveSettings = action(SaveSettings, save);

export const foresee = action(SettingsPatch, look);
