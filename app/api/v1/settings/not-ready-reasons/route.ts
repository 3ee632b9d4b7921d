import { route } from "@/app/_edges/route";
import { createReason } from "@/lib/reasons/commands";
import { listReasons } from "@/lib/reasons/queries";
import { CreateReason } from "@/lib/reasons/schema";
import { ok } from "@/lib/result";
import { pageOf } from "../../_shapes/page";
import { Reason } from "../../_shapes/reason";

// A centre has a few dozen at most: one page, in the shape of every list.
export const GET = route(
  {
    id: "listReasons",
    summary: "List the reasons for Not Ready",
    description: "Those that are offered in their order, then the archived ones. Always one page.",
    answer: pageOf(Reason),
  },
  async (actor) => ok({ items: await listReasons(actor), next: null }),
);

export const POST = route(
  {
    id: "createReason",
    summary: "Offer one more reason",
    description: "It comes last in the order.",
    body: CreateReason,
    status: 201,
    answer: Reason,
    refuses: ["reason-name-taken", "unknown-team"],
  },
  (actor, { body }) => createReason(actor, body),
);
