import { z } from "zod";
import { route } from "@/app/_edges/route";
import { unlockUser } from "@/lib/users/passwords";
import { WhichUser } from "../../../_shapes/user";

export const POST = route(
  {
    id: "unlockUser",
    summary: "Forget a user's failed attempts to sign in",
    params: WhichUser,
    answer: z.strictObject({ wasLocked: z.boolean() }),
    refuses: ["not-found", "not-allowed"],
  },
  (actor, { params }) => unlockUser(actor, params),
);
