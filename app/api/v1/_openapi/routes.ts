import type { Route } from "@/app/_edges/route";
import * as forceLogout from "../agents/[username]/force-logout/route";
import * as state from "../agents/[username]/state/route";
import * as live from "../agents/live/route";
import * as layout from "../layouts/[id]/route";
import * as layouts from "../layouts/route";
import * as cancelLog from "../log-requests/[id]/cancel/route";
import * as logLines from "../log-requests/[id]/lines/route";
import * as log from "../log-requests/[id]/log/route";
import * as logRequest from "../log-requests/[id]/route";
import * as searchLog from "../log-requests/[id]/search/route";
import * as logRequests from "../log-requests/route";
import * as deliveries from "../releases/[id]/deliveries/route";
import * as escalate from "../releases/[id]/escalate/route";
import * as pause from "../releases/[id]/pause/route";
import * as preview from "../releases/[id]/preview/route";
import * as publish from "../releases/[id]/publish/route";
import * as remind from "../releases/[id]/remind/route";
import * as resume from "../releases/[id]/resume/route";
import * as release from "../releases/[id]/route";
import * as stage from "../releases/[id]/stage/route";
import * as withdraw from "../releases/[id]/withdraw/route";
import * as releases from "../releases/route";
import * as loginLogout from "../reports/login-logout/route";
import * as schedule from "../schedules/[id]/route";
import * as sendSchedule from "../schedules/[id]/send/route";
import * as schedules from "../schedules/route";
import * as reason from "../settings/not-ready-reasons/[id]/route";
import * as reasons from "../settings/not-ready-reasons/route";
import * as settings from "../settings/route";
import * as team from "../teams/[id]/route";
import * as teams from "../teams/route";
import * as endSession from "../users/[username]/end-session/route";
import * as explain from "../users/[username]/explain/route";
import * as resetPassword from "../users/[username]/reset-password/route";
import * as user from "../users/[username]/route";
import * as sessions from "../users/[username]/sessions/route";
import * as unlock from "../users/[username]/unlock/route";
import * as importUsers from "../users/import/route";
import * as users from "../users/route";
import * as acknowledge from "../work-items/[id]/acknowledge/route";
import * as devices from "../work-items/[id]/devices/route";
import * as workItem from "../work-items/[id]/route";
import * as workItems from "../work-items/route";

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
  "/users/{username}/explain": explain,
  "/releases": releases,
  "/releases/{id}": release,
  "/releases/{id}/preview": preview,
  "/releases/{id}/publish": publish,
  "/releases/{id}/pause": pause,
  "/releases/{id}/resume": resume,
  "/releases/{id}/withdraw": withdraw,
  "/releases/{id}/remind": remind,
  "/releases/{id}/escalate": escalate,
  "/releases/{id}/stage": stage,
  "/releases/{id}/deliveries": deliveries,
  "/reports/login-logout": loginLogout,
  "/layouts": layouts,
  "/layouts/{id}": layout,
  "/schedules": schedules,
  "/schedules/{id}": schedule,
  "/schedules/{id}/send": sendSchedule,
  "/work-items": workItems,
  "/work-items/{id}": workItem,
  "/work-items/{id}/acknowledge": acknowledge,
  "/work-items/{id}/devices": devices,
  "/log-requests": logRequests,
  "/log-requests/{id}": logRequest,
  "/log-requests/{id}/cancel": cancelLog,
  "/log-requests/{id}/lines": logLines,
  "/log-requests/{id}/search": searchLog,
  "/log-requests/{id}/log": log,
  "/settings": settings,
  "/settings/not-ready-reasons": reasons,
  "/settings/not-ready-reasons/{id}": reason,
};
