import { fork } from "node:child_process";
import { once } from "node:events";

/** Runs one of our programs and returns what it tells; undefined if it ended without a word. */
export async function ask(program: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<unknown> {
  const child = fork(program, { execArgv: ["--import", "tsx"], env, signal });
  const [answer] = await Promise.race([once(child, "message"), once(child, "exit").then(() => [undefined])]);
  return answer;
}
