import { route } from "@/app/_edges/route";
import { cancelLogRequest } from "@/lib/logs/commands";
import { getLogRequest } from "@/lib/logs/queries";
import { LogRequestId } from "@/lib/logs/schema";
import { ok } from "@/lib/result";
import { LogRequest, logRequestJson } from "../../../_shapes/log-request";

export const POST = route(
  {
    id: "cancelLogRequest",
    summary: "Take a request for a log back",
    description: "The app stops; what has arrived stays.",
    params: LogRequestId,
    answer: LogRequest,
    refuses: ["not-found", "log-request-over"],
  },
  async (actor, { params }) => {
    const cancelled = await cancelLogRequest(actor, params);
    if (!cancelled.ok) return cancelled;
    const request = await getLogRequest(actor, params);
    return request.ok ? ok(logRequestJson(request.value)) : request;
  },
);
