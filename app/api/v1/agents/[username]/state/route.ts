import { z } from "zod";
import { route } from "@/app/_edges/route";
import { forceState } from "@/lib/seats/commands";
import { ForceState } from "@/lib/seats/schema";
import { WhichUser } from "../../../_shapes/user";

export const POST = route(
  {
    id: "forceState",
    summary: "Set an agent's state",
    description:
      "The app is told by whom. The state of an agent on an interaction is set only with `evenOnInteraction`.",
    params: WhichUser,
    body: ForceState,
    answer: z.strictObject({ sessionId: z.uuid() }),
    refuses: ["not-found", "not-signed-in", "on-interaction", "signed-in-elsewhere"],
  },
  (actor, { params, body }) => forceState(actor, { ...params, ...body }),
);
