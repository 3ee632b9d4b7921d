import { createHash } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { consoleSessionSeconds, openConsoleSession, revokeConsoleSession } from "@/lib/auth/console-sessions";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { fail } from "@/lib/result";
import { line } from "@/lib/text";
import { addressOf } from "./address";

/** What the cookie's token carries: the id of a console session. */
export const Claims = z.object({ sid: z.uuid() });

const Form = z.object({
  username: line(256),
  password: z.string().max(1024),
  timeZone: z.string().max(64).default("UTC"),
});

/** Cookie names carry the instance, so that two Rollcalls on one host do not sign each other out. */
export function cookieName(part: "session" | "csrf" | "callback") {
  const instance = createHash("sha256").update(env().AUTH_SECRET).digest("hex").slice(0, 8);
  return `${secure() ? "__Host-" : ""}rollcall-${instance}-${part}`;
}

const secure = () => env().CONSOLE_URL.startsWith("https:");

const cookie = (part: Parameters<typeof cookieName>[0]) => ({
  name: cookieName(part),
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: secure() },
});

export function authOptions(): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: consoleSessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: cookie("session"), csrfToken: cookie("csrf"), callbackUrl: cookie("callback") },
    providers: [
      CredentialsProvider({
        credentials: { username: {}, password: {}, timeZone: {} },
        async authorize(given, request) {
          const form = Form.safeParse(given);
          if (!form.success) return null;
          const userAgent = z.string().safeParse(request.headers?.["user-agent"]).data ?? null;
          const ip = addressOf(request.headers ?? {});
          const result = await openConsoleSession({ ...form.data, userAgent, ip }).catch((error) => {
            log.error({ error: String(error) }, "console sign-in failed");
            return fail("unavailable");
          });
          // The message reaches the browser as its error: a code, never more.
          if (!result.ok) throw new Error(result.code);
          return { id: result.value };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => Claims.parse({ sid: user?.id ?? token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const claims = Claims.safeParse(token);
        if (claims.success) await revokeConsoleSession(claims.data.sid);
      },
    },
  };
}
