import { isPortFree } from "@/lib/postgres/port";
import { buildConsole, next } from "./build";
import { embeddedDatabase, outsideDatabase } from "./database";
import { gatewayNode } from "./gateway-args";
import { bringUpToDate } from "./migrations";
import { untilHealthy } from "./ready";
import { type Running, type Service, supervise } from "./service";
import { loadEnvFile, readSettings, type Settings } from "./settings";
import { onSignals } from "./signals";
import { complain, endWithParent, explain, say } from "./terminal";

export type Plan = {
  /** Reloads what changes, and builds nothing. */
  dev?: boolean;
  /** Before anything is opened. */
  claim?(settings: Settings): Promise<void>;
  /** With the migrated database and the built console, before gateway and console start. */
  prepare(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void>;
  /** What comes on top once all is ready: it ends before gateway and console do. */
  beside?(env: NodeJS.ProcessEnv): Service;
  /** Said below the addresses. */
  hint?(): string | undefined;
};

const ending = new AbortController();
let closeDatabase = () => Promise.resolve();
const services: Running[] = [];
let beside: Running | undefined;
let isReady = false;

/** The database, the gateway and the console, until Ctrl-C. Once a process. */
export function runInstance(plan: Plan) {
  onSignals(() => end(0), hurry);
  // Whoever forked us, a test for instance, is gone.
  process.on("disconnect", () => end(0));
  // npm ends without us where it is killed: its shell goes, and we would stay behind.
  if (process.env.npm_lifecycle_event) endWithParent(() => end(0));
  start(plan).catch((error) => end(1, explain(error)));
}

async function start({ dev = false, ...plan }: Plan) {
  loadEnvFile();
  const settings = readSettings();
  await requireFreePort("PORT", settings.PORT);
  await requireFreePort("GATEWAY_PORT", settings.GATEWAY_PORT);
  await plan.claim?.(settings);

  const opening = openDatabase(settings);
  closeDatabase = async () => (await opening.catch(() => undefined))?.close();
  const database = await opening;
  ending.signal.throwIfAborted();
  await bringUpToDate(database.migrateUrl, database.appRole);
  if (!dev) await buildConsole(ending.signal);

  const env = environment(settings, database, dev);
  const { ADMIN_PASSWORD, ...lasting } = env;
  await plan.prepare(env, ending.signal);
  ending.signal.throwIfAborted();

  startService({ name: "gateway", args: gatewayArgs(dev), env: lasting });
  startService({
    name: "console",
    args: consoleArgs(settings.PORT, dev),
    env: lasting,
  });
  await untilHealthy(`http://localhost:${settings.GATEWAY_PORT}/healthz`, ending.signal);
  await untilHealthy(`http://localhost:${settings.PORT}/api/health`, ending.signal);
  isReady = true;
  if (plan.beside) beside = supervise(plan.beside(lasting));
  const addresses = `  console  ${settings.CONSOLE_URL}\n  gateway  ${settings.GATEWAY_URL}`;
  say(["Rollcall is ready", addresses, plan.hint?.()].filter(Boolean).join("\n"));
}

function openDatabase({ DATABASE_URL, DATABASE_MIGRATE_URL, DATA_DIR }: Settings) {
  if (DATABASE_URL) return Promise.resolve(outsideDatabase(DATABASE_URL, DATABASE_MIGRATE_URL));
  return embeddedDatabase(DATA_DIR, (reason) => end(1, reason));
}

/** What gateway and console get: every setting, completed. The owner's address stays here. */
function environment(
  settings: Settings,
  database: { url: string; authSecret: string | undefined },
  dev: boolean,
): NodeJS.ProcessEnv {
  const { DATABASE_MIGRATE_URL, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: database.url,
    AUTH_SECRET: settings.AUTH_SECRET ?? database.authSecret ?? "",
    PORT: String(settings.PORT),
    GATEWAY_PORT: String(settings.GATEWAY_PORT),
    CONSOLE_URL: settings.CONSOLE_URL,
    GATEWAY_URL: settings.GATEWAY_URL,
  };
}

function gatewayArgs(dev: boolean) {
  if (!dev) return [...gatewayNode, "gateway/main.ts"];
  return ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "gateway/main.ts"];
}

// Longer than proxies and clients keep an idle connection: else a request now and then meets one that is being closed.
const keepAliveMs = 65_000;

function consoleArgs(port: number, dev: boolean) {
  if (dev) return [next, "dev", "-p", String(port)];
  return [next, "start", "-p", String(port), "--keepAliveTimeout", String(keepAliveMs)];
}

function startService(service: Service) {
  services.push(
    supervise(service, (inARow) => {
      if (inARow === 3 && !isReady) end(1, `The ${service.name} does not start.`);
    }),
  );
}

async function requireFreePort(setting: string, port: number) {
  if (await isPortFree(port)) return;
  throw new Error(
    `Port ${port} is in use. Is Rollcall already running? Otherwise set ${setting} to another port.`,
  );
}

/** Ends what came on top, gateway and console, then the database, then this process. */
async function end(code: number, reason?: string) {
  if (ending.signal.aborted) return;
  if (reason) complain(reason);
  else say("Stopping…");
  ending.abort();
  await beside?.stop();
  await Promise.all(services.map(({ stop }) => stop()));
  await closeDatabase();
  process.exit(code);
}

/** Somebody who asked to end asks again: nothing is waited for but the database, which would have to recover. */
function hurry() {
  beside?.kill();
  for (const { kill } of services) kill();
}
