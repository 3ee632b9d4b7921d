import { z } from "zod";
import { route } from "@/app/_edges/route";
import { ok } from "@/lib/result";
import { resetPassword } from "@/lib/users/passwords";
import { WhichUser } from "../../../_shapes/user";

export const POST = route(
  {
    id: "resetPassword",
    summary: "Void a user's password",
    description:
      "And sign the user out of the console, and revoke their personal tokens. By the link of the answer the user sets a new one, once, within three days. " +
      "Rollcall sends it to nobody.",
    params: WhichUser,
    answer: z.strictObject({ link: z.url(), expiresAt: z.iso.datetime() }),
    refuses: ["not-found", "not-allowed", "weak-password"],
  },
  async (actor, { params }) => {
    const reset = await resetPassword(actor, params);
    if (!reset.ok) return reset;
    if (!reset.value) throw new Error("a reset without a password made no link");
    return ok({ link: reset.value.url, expiresAt: reset.value.expiresAt.toISOString() });
  },
);
