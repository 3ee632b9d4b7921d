import { existsSync } from "node:fs";
import { z } from "zod";
import { Env, pairsAreWhole, parseEnv } from "@/lib/env";
import { CreateUser, Username } from "@/lib/users/schema";

const url = Env.shape.DATABASE_URL;

export const DatabaseSettings = z.object({ DATABASE_URL: url, DATABASE_MIGRATE_URL: url.optional() });

/** What the start reads beside the settings of gateway and console, which it completes. */
const Settings = Env.extend({
  ...DatabaseSettings.shape,
  DATA_DIR: z.string().default(".data"),
  ADMIN_USERNAME: Username.optional(),
  ADMIN_PASSWORD: CreateUser.shape.password,
  CONSOLE_URL: Env.shape.CONSOLE_URL.optional(),
  GATEWAY_URL: Env.shape.GATEWAY_URL.optional(),
});
const differ = (ports: { PORT: number; GATEWAY_PORT: number }) => ports.PORT !== ports.GATEWAY_PORT;
const together: Parameters<typeof Settings.refine>[1] = {
  path: ["GATEWAY_PORT"],
  error: "must differ from PORT",
  when: ({ value }) => Settings.pick({ PORT: true, GATEWAY_PORT: true }).safeParse(value).success,
};
const Outside = Settings.refine(differ, together).superRefine(pairsAreWhole);
const Embedded = Settings.extend({
  DATABASE_URL: url.optional(),
  AUTH_SECRET: Env.shape.AUTH_SECRET.optional(),
})
  .refine(differ, together)
  .superRefine(pairsAreWhole);

export type Settings = z.infer<typeof Embedded> & { CONSOLE_URL: string; GATEWAY_URL: string };

/** Throws an EnvError that lists every problem. */
export function readSettings(source: Record<string, string | undefined> = process.env): Settings {
  const settings = source.DATABASE_URL ? parseEnv(Outside, source) : parseEnv(Embedded, source);
  return {
    ...settings,
    CONSOLE_URL: settings.CONSOLE_URL ?? `http://localhost:${settings.PORT}`,
    GATEWAY_URL: settings.GATEWAY_URL ?? `http://localhost:${settings.GATEWAY_PORT}`,
  };
}

/** Settings may also stand in a file `.env`; the environment wins. */
export function loadEnvFile() {
  if (existsSync(".env")) process.loadEnvFile(".env");
}
