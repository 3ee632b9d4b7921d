import { fork } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";
import { say } from "./terminal";

const Answer = z.object({
  created: z.boolean(),
  username: z.string().optional(),
  password: z.string().optional(),
});

/** Makes the first administrator if there is none, and shows a password that was not chosen, this once. */
export async function makeFirstAdministrator(env: NodeJS.ProcessEnv, signal: AbortSignal) {
  const child = fork("scripts/first-administrator.ts", { execArgv: ["--import", "tsx"], env, signal });
  const [answer] = await Promise.race([once(child, "message"), once(child, "exit").then(() => [undefined])]);
  const { created, username, password } = Answer.catch({ created: false }).parse(answer);
  if (answer === undefined) throw new Error("The first administrator could not be made.");
  if (created) say(`Made the first administrator: ${username}`);
  if (password) say(`Their password, shown only now: ${password}`);
}
