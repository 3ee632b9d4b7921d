import { placeProcess } from "./process";

export const placeGateway = (name: string, env: NodeJS.ProcessEnv) =>
  placeProcess(name, {
    health: "/healthz",
    args: () => ["--import", "tsx", "gateway/main.ts"],
    env: (url, port) => ({ ...env, GATEWAY_PORT: String(port), GATEWAY_URL: url }),
  });
