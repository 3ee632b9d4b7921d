import { route } from "@/app/_edges/route";
import { deleteLog, keepLog } from "@/lib/logs/commands";
import { getLogRequest } from "@/lib/logs/queries";
import { KeepLog, LogRequestId } from "@/lib/logs/schema";
import { ok } from "@/lib/result";
import { LogRequest, logRequestJson } from "../../_shapes/log-request";

export const GET = route(
  {
    id: "getLogRequest",
    summary: "Get a request for a log",
    description: "While it is open, ask again to see how far it is.",
    params: LogRequestId,
    answer: LogRequest,
    refuses: ["not-found"],
  },
  async (actor, { params }) => {
    const request = await getLogRequest(actor, params);
    return request.ok ? ok(logRequestJson(request.value)) : request;
  },
);

export const PATCH = route(
  {
    id: "keepLog",
    summary: "Keep a log, or let it expire",
    params: LogRequestId,
    body: KeepLog.omit({ id: true }),
    answer: LogRequest,
    refuses: ["not-found"],
  },
  async (actor, { params, body }) => {
    const kept = await keepLog(actor, { ...params, ...body });
    if (!kept.ok) return kept;
    const request = await getLogRequest(actor, params);
    return request.ok ? ok(logRequestJson(request.value)) : request;
  },
);

export const DELETE = route(
  {
    id: "deleteLog",
    summary: "Delete a request and its log",
    description: "For good. An app that still collects is told to stop.",
    params: LogRequestId,
    refuses: ["not-found"],
  },
  async (actor, { params }) => {
    const deleted = await deleteLog(actor, params);
    return deleted.ok ? ok(undefined) : deleted;
  },
);
