"use server";

import { action } from "@/app/_edges/action";
import * as force from "@/lib/agents/force";
import { ForceLogouts, ForceStates } from "@/lib/agents/schema";
import * as layouts from "@/lib/layouts/commands";
import * as defaults from "@/lib/layouts/defaults";
import { ChangeLayout, DeleteLayout, SaveLayout, SetDefaultLayout } from "@/lib/layouts/schema";
import { reasonsOfTeams } from "@/lib/reasons/queries";
import { ReasonsOfTeams } from "@/lib/reasons/schema";

export const forceStates = action(ForceStates, force.forceStates);
export const forceLogouts = action(ForceLogouts, force.forceLogouts);
export const readReasons = action(ReasonsOfTeams, reasonsOfTeams);
export const saveLayout = action(SaveLayout, layouts.saveLayout);
export const changeLayout = action(ChangeLayout, layouts.changeLayout);
export const deleteLayout = action(DeleteLayout, layouts.deleteLayout);
export const setDefaultLayout = action(SetDefaultLayout, defaults.setDefaultLayout);
