import { gatewayNode } from "@/scripts/gateway-args";
import { placeProcess } from "./process";

export const placeGateway = (name: string, env: NodeJS.ProcessEnv) =>
  placeProcess(name, {
    health: "/healthz",
    args: () => [...gatewayNode, "gateway/main.ts"],
    env: (url, port) => ({ ...env, GATEWAY_PORT: String(port), GATEWAY_URL: url }),
  });
