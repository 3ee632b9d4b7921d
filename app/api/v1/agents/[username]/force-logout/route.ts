import { z } from "zod";
import { route } from "@/app/_edges/route";
import { ForceLogout } from "@/lib/seats/schema";
import { forceLogout } from "@/lib/sessions/commands";
import { WhichUser } from "../../../_shapes/user";

export const POST = route(
  {
    id: "forceLogout",
    summary: "Sign an agent out",
    description:
      "The app is told by whom and why. An agent on an interaction is signed out only with `evenOnInteraction`.",
    params: WhichUser,
    body: ForceLogout,
    answer: z.strictObject({ sessionId: z.uuid() }),
    refuses: ["not-found", "not-signed-in", "on-interaction", "signed-in-elsewhere"],
  },
  (actor, { params, body }) => forceLogout(actor, { ...params, ...body }),
);
