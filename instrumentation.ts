/** Runs once when the console starts: a wrong setting stops it here, with every problem named. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("./lib/env");
  process.env.NEXTAUTH_URL = env().CONSOLE_URL;
  const { agentBoard } = await import("./app/_edges/board");
  // Whole before the first supervisor looks.
  agentBoard();
}
