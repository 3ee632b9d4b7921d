"use server";

import { refresh } from "next/cache";
import { action } from "@/app/_edges/action";
import type { Actor } from "@/lib/auth/actor";
import { changeTeam, createTeam as create, deleteTeam as remove } from "@/lib/teams/commands";
import { moveMembers as move } from "@/lib/teams/members";
import { findCandidates as find } from "@/lib/teams/queries";
import {
  ChangeSupervisors,
  CreateTeam,
  EditTeam,
  FindCandidates,
  MoveMembers,
  SetResponsible,
  TeamId,
} from "@/lib/teams/schema";
import { changeSupervisors as change } from "@/lib/teams/supervisors";

export const createTeam = action(CreateTeam, create);
export const deleteTeam = action(TeamId, remove);
export const findCandidates = action(FindCandidates, find);
export const editTeam = action(EditTeam, refreshing(changeTeam));
export const changeSupervisors = action(ChangeSupervisors, refreshing(change));
export const setResponsible = action(SetResponsible, refreshing(changeTeam));
export const moveMembers = action(MoveMembers, refreshing(move));

/** The page is shown anew with the answer: also after a refusal, which mostly comes of what the page does not show yet. */
function refreshing<I, R>(command: (actor: Actor, input: I) => Promise<R>) {
  return async (actor: Actor, input: I) => {
    const result = await command(actor, input);
    refresh();
    return result;
  };
}
