"use server";

import { action } from "@/app/_edges/action";
import * as force from "@/lib/agents/force";
import { ForceLogouts, ForceStates } from "@/lib/agents/schema";
import { reasonsOfTeams } from "@/lib/reasons/queries";
import { ReasonsOfTeams } from "@/lib/reasons/schema";

export const forceStates = action(ForceStates, force.forceStates);
export const forceLogouts = action(ForceLogouts, force.forceLogouts);
export const readReasons = action(ReasonsOfTeams, reasonsOfTeams);
