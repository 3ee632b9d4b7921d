"use server";

import { z } from "zod";
import { action } from "@/app/_edges/action";
import * as tokens from "@/lib/auth/api-tokens";
import * as sessions from "@/lib/auth/own-sessions";
import { changeOwnPassword, OwnPasswords } from "@/lib/users/passwords";
import { changePreferences, PreferencesPatch } from "@/lib/users/preferences";

export const savePreferences = action(PreferencesPatch, changePreferences);

export const changePassword = action(OwnPasswords, (actor, input, session) =>
  changeOwnPassword(actor, { ...input, session }),
);

export const endSession = action(sessions.WhichSession, sessions.endOwnSession);

export const endOtherSessions = action(z.object({}), (actor, _, { id }) =>
  sessions.endOtherSessions(actor, { sessionId: id }),
);

export const createToken = action(tokens.CreateToken, (actor, input, { ip }) =>
  tokens.createToken(actor, { ...input, ip }),
);

export const revokeToken = action(tokens.WhichToken, tokens.revokeToken);
