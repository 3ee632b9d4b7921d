import type { Route } from "@/app/_edges/route";
import * as forceLogout from "../agents/[username]/force-logout/route";
import * as state from "../agents/[username]/state/route";
import * as live from "../agents/live/route";
import * as reason from "../settings/not-ready-reasons/[id]/route";
import * as reasons from "../settings/not-ready-reasons/route";
import * as settings from "../settings/route";
import * as team from "../teams/[id]/route";
import * as teams from "../teams/route";
import * as endSession from "../users/[username]/end-session/route";
import * as resetPassword from "../users/[username]/reset-password/route";
import * as user from "../users/[username]/route";
import * as sessions from "../users/[username]/sessions/route";
import * as unlock from "../users/[username]/unlock/route";
import * as importUsers from "../users/import/route";
import * as users from "../users/route";

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
type Module = Partial<Record<Method, Route>>;

/** Every route of the admin API by its address. A test compares this with the files. */
export const routes: Record<string, Module> = {
  "/users": users,
  "/users/import": importUsers,
  "/users/{username}": user,
  "/users/{username}/sessions": sessions,
  "/users/{username}/end-session": endSession,
  "/users/{username}/reset-password": resetPassword,
  "/users/{username}/unlock": unlock,
  "/agents/live": live,
  "/agents/{username}/state": state,
  "/agents/{username}/force-logout": forceLogout,
  "/teams": teams,
  "/teams/{id}": team,
  "/settings": settings,
  "/settings/not-ready-reasons": reasons,
  "/settings/not-ready-reasons/{id}": reason,
};
