"use server";

import { action } from "@/app/_edges/action";
import { endSessions as end } from "@/lib/sessions/commands";
import { EndSessions } from "@/lib/sessions/schema";
import { moveMembers as move } from "@/lib/teams/members";
import { MoveMembers } from "@/lib/teams/schema";
import { changeUser } from "@/lib/users/change";
import * as users from "@/lib/users/commands";
import { setDisabled as disable } from "@/lib/users/disable";
import { countOpenSeats as count } from "@/lib/users/list";
import { CreateUser, EditUser, SetDisabled, SomeAccounts, SomeUsers } from "@/lib/users/schema";
import * as several from "@/lib/users/several";

export const createUser = action(CreateUser, users.createUser);
export const editUser = action(EditUser, changeUser);
export const countOpenSeats = action(SomeUsers, count);
export const setDisabled = action(SetDisabled, disable);
export const endSessions = action(EndSessions, end);
export const resetPasswords = action(SomeAccounts, several.resetPasswords);
export const unlockUsers = action(SomeAccounts, several.unlockUsers);
export const countLocked = action(SomeUsers, several.countLocked);
export const moveMembers = action(MoveMembers, move);
