import { route } from "@/app/_edges/route";
import { ok } from "@/lib/result";
import { changeUser } from "@/lib/users/change";
import { getUser } from "@/lib/users/queries";
import { ChangeUser } from "@/lib/users/schema";
import { User, userJson, WhichUser } from "../../_shapes/user";

export const GET = route(
  { id: "getUser", summary: "Get a user", params: WhichUser, answer: User, refuses: ["not-found"] },
  async (actor, { params }) => {
    const user = await getUser(actor, params.username);
    return user.ok ? ok(userJson(user.value)) : user;
  },
);

export const PATCH = route(
  {
    id: "changeUser",
    summary: "Change a user, disable or enable one",
    description:
      "Only what is named changes. Lists replace what was there. Disabling ends the open session, console sessions and tokens with it.",
    params: WhichUser,
    body: ChangeUser,
    answer: User,
    refuses: [
      "not-found",
      "not-allowed",
      "username-taken",
      "personnel-number-taken",
      "last-administrator",
      "own-account",
      "setting-changed",
      "unknown-team",
    ],
  },
  async (actor, { params, body }) => {
    const changed = await changeUser(actor, { user: params.username, change: body });
    if (!changed.ok) return changed;
    const user = await getUser(actor, changed.value.username);
    return user.ok ? ok(userJson(user.value)) : user;
  },
);
