import { z } from "zod";
import type { LogRequestRow } from "@/lib/logs/queries";
import { expiresAt } from "@/lib/logs/schema";
import { LogConsent, LogLevel, LogStatus } from "@/prisma/generated/enums";

const time = z.iso.datetime();

export const LogRequest = z
  .strictObject({
    id: z.uuid(),
    username: z.string(),
    name: z.string(),
    team: z.string(),
    sessionId: z.uuid().nullable(),
    level: z.enum(LogLevel),
    consent: z.enum(LogConsent),
    reason: z.string(),
    ticket: z.string().nullable(),
    until: time,
    maxBytes: z.int(),
    askedBy: z.string().nullable(),
    status: z.enum(LogStatus),
    requestedAt: time,
    deliveredAt: time.nullable(),
    acceptedAt: time.nullable(),
    collectingAt: time.nullable(),
    uploadingAt: time.nullable(),
    endedAt: time.nullable(),
    failure: z.string().nullable(),
    bytes: z.int(),
    lines: z.int(),
    kept: z.boolean(),
    expiresAt: time.nullable(),
  })
  .meta({ id: "LogRequest" });

const written = (at: Date | null) => at?.toISOString() ?? null;

export const logRequestJson = ({ user, ...request }: LogRequestRow): z.input<typeof LogRequest> => ({
  id: request.id,
  username: user.username,
  name: user.name,
  team: user.team.name,
  sessionId: request.sessionId,
  level: request.level,
  consent: request.consent,
  reason: request.reason,
  ticket: request.ticket,
  until: request.until.toISOString(),
  maxBytes: request.maxBytes,
  askedBy: request.askedBy,
  status: request.status,
  requestedAt: request.requestedAt.toISOString(),
  deliveredAt: written(request.deliveredAt),
  acceptedAt: written(request.acceptedAt),
  collectingAt: written(request.collectingAt),
  uploadingAt: written(request.uploadingAt),
  endedAt: written(request.endedAt),
  failure: request.failure,
  bytes: request.bytes,
  lines: request.lines,
  kept: request.kept,
  expiresAt: written(expiresAt(request)),
});

export const LogLine = z
  .strictObject({
    number: z.int(),
    at: time.nullable(),
    level: z.enum(LogLevel).nullable(),
    message: z.string(),
    fields: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: "LogLine" });
