import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { can } from "@/lib/auth/actor";
import { type ConsoleSession, readConsoleSession } from "@/lib/auth/console-sessions";
import type { Permission } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import { Claims, cookieName } from "./auth-options";

/** The console session of this request, read from the database once; null without one. */
export const currentSession = cache(async (): Promise<ConsoleSession | null> => {
  const token = (await cookies()).get(cookieName("session"))?.value;
  if (!token) return null;
  const claims = Claims.safeParse(await decode({ token, secret: env().AUTH_SECRET }).catch(() => null));
  return claims.success ? readConsoleSession(claims.data.sid) : null;
});

/** For pages: the session of a person with this permission, else off to the sign-in or to a page that says why not. */
export async function pageSession(permission: Permission): Promise<ConsoleSession> {
  const session = await currentSession();
  if (!session) {
    const path = (await headers()).get("x-rollcall-path") ?? "/";
    redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  if (!can(session.actor, permission)) redirect("/no-access");
  return session;
}
