import { json, problem, route } from "@/app/_edges/route";
import { createUser } from "@/lib/users/commands";
import { getUser } from "@/lib/users/queries";
import { CreateUser } from "@/lib/users/schema";
import { userJson } from "../_shapes/user";

export const POST = route({ body: CreateUser }, async (actor, { body }) => {
  const created = await createUser(actor, body);
  if (!created.ok) return problem(created.code);
  const user = await getUser(actor, created.value.username);
  return user.ok ? json(userJson(user.value), 201) : problem(user.code);
});
