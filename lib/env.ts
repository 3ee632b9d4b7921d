import proxyAddr from "proxy-addr";
import { z } from "zod";

const badPort = "must be a port between 1 and 65535";
const port = z.coerce.number(badPort).int(badPort).min(1, badPort).max(65535, badPort);
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" });
const list = z
  .string()
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .default([]);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" });

/** Every setting that a process reads from its environment; architecture and README say what each does. */
export const Env = z.object({
  DATABASE_URL: postgresUrl,
  DATABASE_REPORT_URL: postgresUrl.optional(),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  PORT: port.default(3000),
  GATEWAY_PORT: port.default(3001),
  CONSOLE_URL: httpUrl,
  GATEWAY_URL: httpUrl,
  ADMIN_API_TOKEN: z.string().min(32, "must have at least 32 characters").optional(),
  TRUSTED_PROXIES: list.refine(areNetworks, "must be addresses or networks, such as 10.0.0.0/8"),
  GATEWAY_ORIGINS: list.refine(
    (origins) => origins.every(isOrigin),
    "must be origins, such as https://agents.example",
  ),
  PUSH_WEBHOOK_URL: httpUrl.optional(),
  PUSH_WEBHOOK_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" })
    .refine(namesWhom, "must name a host, and a user with a password or none")
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(isSender, "must be an address, such as Rollcall <rollcall@centre.example>")
    .optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent")
    .default("info"),
});
export type Env = z.infer<typeof Env>;

/** What is of no use alone: what is pushed is signed, and a mail comes from somebody. */
const pairs = [
  ["PUSH_WEBHOOK_URL", "PUSH_WEBHOOK_SECRET"],
  ["SMTP_URL", "MAIL_FROM"],
] as const;
type Paired = Partial<Pick<Env, (typeof pairs)[number][number]>>;

/** Both of a pair are set, or none. */
export function pairsAreWhole(given: Paired, context: z.RefinementCtx) {
  for (const [one, other] of pairs) {
    if (!given[one] === !given[other]) continue;
    const [missing, there] = given[one] ? [other, one] : [one, other];
    context.addIssue({ code: "custom", path: [missing], message: `must be set together with ${there}` });
  }
}

function namesWhom(url: string) {
  const { hostname, username, password } = new URL(url);
  return hostname !== "" && !username === !password;
}

/** `name@host`, or that in angle brackets behind a name. */
function isSender(text: string) {
  return z.email().safeParse(/^[^<>\r\n]*<([^<>]+)>$/.exec(text)?.[1] ?? text).success;
}

function areNetworks(networks: string[]) {
  try {
    proxyAddr.compile(networks);
    return true;
  } catch {
    return false;
  }
}

/** By its shape: the origins of apps, such as capacitor://localhost, have none of a URL's. */
const isOrigin = (text: string) => /^[a-z][a-z0-9+.-]*:\/\/[^/?#@\s]+$/.test(text);

let parsed: Env | undefined;

/** The settings of this process, parsed at the first call. Throws with every problem listed. */
export function env(): Env {
  parsed ??= parseEnv(Env.superRefine(pairsAreWhole), process.env);
  return parsed;
}

export class EnvError extends Error {
  override name = "EnvError";
}

/** An empty setting counts as missing. */
export function parseEnv<T extends z.ZodObject>(
  schema: T,
  source: Record<string, string | undefined>,
): z.infer<T> {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== "" && value !== undefined),
  );
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `  ${issue.path.join(".")}: ${problemWith(issue, given)}`,
  );
  throw new EnvError(`Rollcall cannot start with these settings:\n${problems.join("\n")}`);
}

function problemWith(issue: z.core.$ZodIssue, given: Record<string, string | undefined>) {
  const name = String(issue.path[0]);
  return given[name] === undefined && issue.code === "invalid_type" ? "is required" : issue.message;
}
