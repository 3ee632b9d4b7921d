"use server";

import { action } from "@/app/_edges/action";
import * as layouts from "@/lib/layouts/commands";
import * as defaults from "@/lib/layouts/defaults";
import { ChangeLayout, DeleteLayout, SaveLayout, SetDefaultLayout } from "@/lib/layouts/schema";

export const saveLayout = action(SaveLayout, layouts.saveLayout);
export const changeLayout = action(ChangeLayout, layouts.changeLayout);
export const deleteLayout = action(DeleteLayout, layouts.deleteLayout);
export const setDefaultLayout = action(SetDefaultLayout, defaults.setDefaultLayout);
