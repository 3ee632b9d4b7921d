import { db } from "@/lib/db";
import { EnvError, env } from "@/lib/env";
import { log } from "@/lib/log";
import { startGateway } from "./server";

async function main() {
  const gateway = await startGateway(env().GATEWAY_PORT);
  log.info({ port: gateway.port }, "gateway is listening");

  async function stop() {
    await gateway.stop();
    await db.$disconnect();
    process.exit(0);
  }
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

main().catch((error) => {
  log.fatal({ error: error instanceof EnvError ? error.message : String(error) }, "the gateway cannot start");
  process.exit(1);
});
