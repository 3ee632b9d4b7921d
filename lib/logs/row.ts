import { z } from "zod";
import { LogConsent, LogLevel, LogStatus } from "@/prisma/generated/enums";
import type { LogRequestRow } from "./queries";
import { expiresAt } from "./schema";

const time = z.iso.datetime();

/** A request for logs as screens show it. */
export const LogRow = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  team: z.string(),
  /** Of this session alone. */
  sessionId: z.uuid().nullable(),
  level: z.enum(LogLevel),
  consent: z.enum(LogConsent),
  reason: z.string(),
  ticket: z.string().nullable(),
  /** Null where a program asked, or somebody who is gone. */
  askedBy: z.string().nullable(),
  byProgram: z.boolean(),
  status: z.enum(LogStatus),
  requestedAt: time,
  deliveredAt: time.nullable(),
  acceptedAt: time.nullable(),
  collectingAt: time.nullable(),
  uploadingAt: time.nullable(),
  endedAt: time.nullable(),
  until: time,
  /** Null while it is open, and for one that is kept. */
  expiresAt: time.nullable(),
  kept: z.boolean(),
  failure: z.string().nullable(),
  maxBytes: z.number(),
  bytes: z.number(),
  lines: z.number(),
});
export type LogRow = z.infer<typeof LogRow>;

export const toLogRow = ({ user, ...row }: LogRequestRow): LogRow => ({
  id: row.id,
  username: user.username,
  name: user.name,
  team: user.team.name,
  sessionId: row.sessionId,
  level: row.level,
  consent: row.consent,
  reason: row.reason,
  ticket: row.ticket,
  askedBy: row.askedBy,
  byProgram: row.askedByKind === "api_token",
  status: row.status,
  requestedAt: row.requestedAt.toISOString(),
  deliveredAt: row.deliveredAt?.toISOString() ?? null,
  acceptedAt: row.acceptedAt?.toISOString() ?? null,
  collectingAt: row.collectingAt?.toISOString() ?? null,
  uploadingAt: row.uploadingAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  until: row.until.toISOString(),
  expiresAt: expiresAt(row)?.toISOString() ?? null,
  kept: row.kept,
  failure: row.failure,
  maxBytes: row.maxBytes,
  bytes: row.bytes,
  lines: row.lines,
});

/** Since when a request has its state. */
export function statusAt(row: LogRow): string {
  const { requestedAt, deliveredAt, acceptedAt, collectingAt, uploadingAt, endedAt } = row;
  return endedAt ?? uploadingAt ?? collectingAt ?? acceptedAt ?? deliveredAt ?? requestedAt;
}

/** One that is opened, with what has arrived of it. */
export const OpenedLog = LogRow.extend({
  firstAt: time.nullable(),
  lastAt: time.nullable(),
  /** Pieces before the last one that have not arrived: the lines behind them move when they do. */
  missing: z.number(),
});
export type OpenedLog = z.infer<typeof OpenedLog>;
