import { problem } from "@/app/_edges/answers";
import { route } from "@/app/_edges/route";
import { AppError } from "@/lib/errors";
import { askForLogs } from "@/lib/logs/commands";
import { getLogRequest, listLogRequests } from "@/lib/logs/queries";
import { AskForLogs, LogPage } from "@/lib/logs/schema";
import { formatPosition } from "@/lib/releases/position";
import { ok } from "@/lib/result";
import { LogRequest, logRequestJson } from "../_shapes/log-request";
import { pageOf } from "../_shapes/page";

export const GET = route(
  {
    id: "listLogRequests",
    summary: "List requests for logs, the newest first",
    description:
      "Those that have one of the values of each parameter; a parameter may be there several times.",
    query: LogPage,
    answer: pageOf(LogRequest),
  },
  async (actor, { query: { cursor, ...query } }) => {
    const before = cursor && { requestedAt: cursor.at, id: cursor.id };
    const { items, more } = await listLogRequests(actor, { ...query, before });
    const last = items.at(-1);
    const next = more && last ? formatPosition(last.requestedAt, last.id) : null;
    return ok({ items: items.map(logRequestJson), next });
  },
);

export const POST = route(
  {
    id: "askForLogs",
    summary: "Ask for the log of a person's app",
    description:
      "The app is told at once where it is connected, or by a push, else when it comes. One request of a person is open at a time: " +
      "`log-request-open` names it.",
    body: AskForLogs,
    status: 201,
    answer: LogRequest,
    refuses: ["not-found", "not-signed-in", "log-request-open", "consent-not-allowed"],
  },
  async (actor, { body }) => {
    const asked = await askForLogs(actor, body);
    if (!asked.ok) return asked.code === "log-request-open" ? problem(asked.code, asked.detail) : asked;
    const request = await getLogRequest(actor, asked.value);
    if (!request.ok) throw new AppError(request.code);
    return ok(logRequestJson(request.value));
  },
);
