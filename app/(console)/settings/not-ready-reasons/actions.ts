"use server";

import { action } from "@/app/_edges/action";
import { changeReason as change, createReason as create } from "@/lib/reasons/commands";
import { ChangeReasonOf, CreateReason } from "@/lib/reasons/schema";

export const createReason = action(CreateReason, create);

export const changeReason = action(ChangeReasonOf, change);
