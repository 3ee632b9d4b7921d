import { z } from "zod";
import { problem } from "@/app/_edges/answers";
import { route } from "@/app/_edges/route";
import { AppError } from "@/lib/errors";
import { ok } from "@/lib/result";
import { createUser } from "@/lib/users/commands";
import { pageOfUsers } from "@/lib/users/list";
import { getUser } from "@/lib/users/queries";
import { CreateUser, UserPage } from "@/lib/users/schema";
import { pageOf } from "../_shapes/page";
import { User, userJson } from "../_shapes/user";

const badCursor = { errors: [{ path: "cursor", message: "is not a cursor of this list in this order" }] };

export const GET = route(
  {
    id: "listUsers",
    summary: "List users",
    description:
      "Those that have one of the values of each parameter; a parameter may be there several times. App, version, system and device " +
      "are those of the open session, or of the last one.",
    query: UserPage,
    answer: pageOf(User),
  },
  async (actor, { query }) => {
    const page = await pageOfUsers(actor, query);
    if (!page.ok) return problem(page.code, badCursor);
    return ok({ items: page.value.items.map(userJson), next: page.value.next });
  },
);

const Link = z.strictObject({ url: z.url(), expiresAt: z.iso.datetime() });

export const POST = route(
  {
    id: "createUser",
    summary: "Make a user",
    description:
      "Without a password nobody signs in as this user until one is set: with `link`, the answer carries a link for it.",
    body: CreateUser,
    status: 201,
    answer: User.extend({ link: Link.optional() }).meta({ id: "NewUser" }),
    refuses: ["not-allowed", "weak-password", "username-taken", "personnel-number-taken", "unknown-team"],
  },
  async (actor, { body }) => {
    const created = await createUser(actor, body);
    if (!created.ok) return created;
    const { username, link } = created.value;
    const user = await getUser(actor, username);
    if (!user.ok) throw new AppError(user.code);
    const told = link && { url: link.url, expiresAt: link.expiresAt.toISOString() };
    return ok({ ...userJson(user.value), ...(told && { link: told }) });
  },
);
