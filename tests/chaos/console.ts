import { next } from "@/scripts/build";
import { placeProcess } from "./process";

/** The console as `npm start` runs it; it must be built before. */
export const placeConsole = (name: string, env: NodeJS.ProcessEnv) =>
  placeProcess(name, {
    health: "/api/health",
    args: (port) => [next, "start", "--port", String(port)],
    env: (url) => ({ ...env, CONSOLE_URL: url }),
  });
