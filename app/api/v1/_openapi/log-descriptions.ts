import type { Descriptions } from "@/lib/openapi/fields";

/** What the fields and parameters of logs mean. */
export const logDescriptions: Descriptions = {
  "AskForLogs.sessionId":
    "Only while this session, which must be open, lasts. Without it in whatever session the person has until then.",
  "LogRequest.sessionId": "The session that it is for; null where it is for any of the person's.",
  "AskForLogs.level": "From which level on lines are sent.",
  "LogRequest.level": "From which level on lines are sent.",
  "AskForLogs.minutes": "For how long the app collects.",
  maxBytes: "How many bytes of lines at most, as the app writes them.",
  consent:
    "Whether the agent is asked first (`ask`) or told (`tell`). The setting `logConsent` says which may be; where both may, `ask` " +
    "unless it is said.",
  "AskForLogs.reason": "Why: the agent reads it.",
  "LogRequest.reason": "Why.",
  ticket: "What it belongs to elsewhere.",
  "LogRequest.until": "Until when the app collects; for ten minutes more it may send what it has.",
  "LogRequest.askedBy": "The name of who asked; null where `ADMIN_API_TOKEN` did, or somebody who is gone.",
  "LogRequest.status":
    "`partial`: it ended before the app had sent all; `expired`: nothing came until then. What has arrived can be read in any case.",
  "LogRequest.requestedAt": "When it was asked for.",
  "LogRequest.deliveredAt": "When the app said that it knows.",
  "LogRequest.acceptedAt": "When the agent agreed, or the app that only tells.",
  "LogRequest.collectingAt": "When the app began.",
  "LogRequest.uploadingAt": "When the first lines arrived.",
  "LogRequest.endedAt": "When it ended; null while it is open.",
  "LogRequest.failure": "Why the app could not go on, in its words.",
  "LogRequest.bytes": "How many have arrived.",
  "LogRequest.lines": "How many have arrived.",
  kept: "Whether it stays until somebody deletes it.",
  "LogRequest.expiresAt": "When it is deleted; null while it is open or kept.",
  "LogRequestOpenProblem.requestId": "The one that is open; null where it has just ended.",
  "ConsentNotAllowedProblem.errors": "What may be.",

  "LogLine.number": "Its place in the log, of which the first is 0.",
  "LogLine.at": "When it was written, by the app's clock; null where it does not say.",
  "LogLine.level": "Its level; null where it does not say.",
  "LogLine.message": "Its text, secrets taken out and escape codes made visible.",
  "LogLine.fields": "What else the app wrote of it.",
  "ListLogLinesAnswer.items": "The lines in their order. Fewer than were asked for are all that there are.",
  "SearchLogAnswer.total": "How many lines have it.",
  "SearchLogAnswer.lines": "The numbers of the first of them.",

  "listLogRequests.search": "What a name, a reason or a ticket has within.",
  "listLogRequests.status": "How far it is.",
  "listLogRequests.level": "From which level on lines were asked for.",
  "listLogRequests.user": "The username.",
  "listLogRequests.from": "Only those asked for then or later.",
  "listLogRequests.to": "Only those asked for before.",
  "listLogLines.from": "The number of the first line.",
  "listLogLines.at": "Instead: when it was written, or later.",
  "listLogLines.count": "How many at most.",
  "searchLog.text": "What a line must have within, in any case.",
  "searchLog.level": "Only lines of these levels.",
  "searchLog.limit": "How many numbers at most; `total` counts all the same.",
  "downloadLog.format": "`ndjson` for programs, `log` for people.",
};
