"use server";

import { action } from "@/app/_edges/action";
import { endUserSession } from "@/lib/sessions/commands";
import { EndSession } from "@/lib/sessions/schema";

export const endSession = action(EndSession, endUserSession);
