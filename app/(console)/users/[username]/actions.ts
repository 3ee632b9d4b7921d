"use server";

import { action } from "@/app/_edges/action";
import { endUserSession } from "@/lib/sessions/commands";
import { EndSession } from "@/lib/sessions/schema";
import * as passwords from "@/lib/users/passwords";

export const endSession = action(EndSession, endUserSession);
export const resetPassword = action(passwords.ResetPassword, passwords.resetPassword);
export const revokeTokens = action(passwords.WhoseAccount, passwords.revokeTokensOf);
export const unlockUser = action(passwords.WhoseAccount, passwords.unlockUser);
