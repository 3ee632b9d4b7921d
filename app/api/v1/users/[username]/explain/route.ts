import { z } from "zod";
import { route } from "@/app/_edges/route";
import { explain } from "@/lib/releases/explain";
import { ok } from "@/lib/result";
import { Channel } from "@/prisma/generated/enums";
import { Explanation, explanationJson } from "../../../_shapes/explanation";
import { WhichUser } from "../../../_shapes/user";

export const GET = route(
  {
    id: "explainUpdates",
    summary: "Explain what a person owes, and why",
    description:
      "For each app that the person has, the last seen first: in sentences, with what the rule knew.",
    params: WhichUser,
    query: z.strictObject({ channel: z.enum(Channel).optional() }),
    answer: Explanation,
    refuses: ["not-found"],
  },
  async (actor, { params, query }) => {
    const explained = await explain(actor, { ...params, ...query });
    return explained.ok ? ok(explanationJson(explained.value)) : explained;
  },
);
