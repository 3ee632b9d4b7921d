import { isPortFree } from "@/lib/postgres/port";
import { makeFirstAdministrator } from "./administrator";
import { buildConsole, next } from "./build";
import { embeddedDatabase, outsideDatabase } from "./database";
import { bringUpToDate } from "./migrations";
import { untilHealthy } from "./ready";
import { supervise } from "./service";
import { loadEnvFile, readSettings, type Settings } from "./settings";
import { complain, endWithParent, explain, say } from "./terminal";

// `npm start` and, with --dev, `npm run dev`: the database, the gateway and the console, until Ctrl-C.

const dev = process.argv.includes("--dev");
const ending = new AbortController();
const cleanUps: (() => Promise<void>)[] = [];
let isReady = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(0));
// Whoever forked us, a test for instance, is gone.
process.on("disconnect", () => end(0));
// npm ends without us where it is killed: its shell goes, and we would stay behind.
if (process.env.npm_lifecycle_event) endWithParent(() => end(0));
start().catch((error) => end(1, explain(error)));

async function start() {
  loadEnvFile();
  const settings = readSettings();
  await requireFreePort("PORT", settings.PORT);
  await requireFreePort("GATEWAY_PORT", settings.GATEWAY_PORT);

  const opening = openDatabase(settings);
  cleanUps.push(async () => (await opening.catch(() => undefined))?.close());
  const database = await opening;
  ending.signal.throwIfAborted();
  await bringUpToDate(database.migrateUrl, database.appRole);

  const env = environment(settings, database);
  const { ADMIN_PASSWORD, ...lasting } = env;
  await makeFirstAdministrator(env, ending.signal);
  if (!dev) await buildConsole(ending.signal);
  ending.signal.throwIfAborted();

  startService("gateway", gatewayArgs(), lasting);
  startService("console", [next, dev ? "dev" : "start", "-p", String(settings.PORT)], lasting);
  await untilHealthy(`http://localhost:${settings.GATEWAY_PORT}/healthz`, ending.signal);
  await untilHealthy(`http://localhost:${settings.PORT}/api/health`, ending.signal);
  isReady = true;
  say(`Rollcall is ready\n  console  ${settings.CONSOLE_URL}\n  gateway  ${settings.GATEWAY_URL}`);
}

function openDatabase({ DATABASE_URL, DATABASE_MIGRATE_URL, DATA_DIR }: Settings) {
  if (DATABASE_URL) return Promise.resolve(outsideDatabase(DATABASE_URL, DATABASE_MIGRATE_URL));
  return embeddedDatabase(DATA_DIR, (reason) => end(1, reason));
}

/** What gateway and console get: every setting, completed. The owner's address stays here. */
function environment(
  settings: Settings,
  database: { url: string; authSecret: string | undefined },
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

function gatewayArgs() {
  if (!dev) return ["--import", "tsx", "gateway/main.ts"];
  return ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "gateway/main.ts"];
}

function startService(name: string, args: string[], env: NodeJS.ProcessEnv) {
  const service = supervise({ name, args, env }, (inARow) => {
    if (inARow === 3 && !isReady) end(1, `The ${name} does not start.`);
  });
  cleanUps.push(() => service.stop());
}

async function requireFreePort(setting: string, port: number) {
  if (await isPortFree(port)) return;
  throw new Error(
    `Port ${port} is in use. Is Rollcall already running? Otherwise set ${setting} to another port.`,
  );
}

/** Ends gateway and console, then the database, then this process. */
async function end(code: number, reason?: string) {
  if (ending.signal.aborted) return;
  if (reason) complain(reason);
  else say("Stopping…");
  ending.abort();
  const [database, ...services] = cleanUps;
  await Promise.all(services.map((stop) => stop()));
  await database?.();
  process.exit(code);
}
