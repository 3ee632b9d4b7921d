import { z } from "zod";
import { ask } from "./ask";
import { say } from "./terminal";

const Answer = z.object({
  created: z.boolean(),
  username: z.string().optional(),
  password: z.string().optional(),
});

/** Makes the first administrator if there is none, and shows a password that was not chosen, this once. */
export async function makeFirstAdministrator(env: NodeJS.ProcessEnv, signal: AbortSignal) {
  const answer = await ask("scripts/first-administrator.ts", env, signal);
  if (answer === undefined) throw new Error("The first administrator could not be made.");
  const { created, username, password } = Answer.catch({ created: false }).parse(answer);
  if (created) say(`Made the first administrator: ${username}`);
  if (password) say(`Their password, shown only now: ${password}`);
}
