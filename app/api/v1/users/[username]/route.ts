import { z } from "zod";
import { json, problem, route } from "@/app/_edges/route";
import { line } from "@/lib/text";
import { getUser } from "@/lib/users/queries";
import { userJson } from "../../_shapes/user";

const Params = z.object({ username: line(256) });

export const GET = route({ params: Params }, async (actor, { params }) => {
  const user = await getUser(actor, params.username);
  return user.ok ? json(userJson(user.value)) : problem(user.code);
});
