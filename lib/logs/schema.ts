import { z } from "zod";
import { many } from "@/lib/list-params";
import { PageQuery } from "@/lib/releases/position";
import { instant, line, SearchText } from "@/lib/text";
import { LogConsent, LogLevel, LogStatus } from "@/prisma/generated/enums";

/** An app may collect for a day at most, and so much; a piece of it is so large, as sent and unpacked. */
export const mostMinutes = 1440;
export const mostBytes = 50 * 2 ** 20;
export const mostPieces = 10_000;
export const largestPieceBytes = 2 ** 20;
export const largestUnpackedBytes = 4 * 2 ** 20;
export const mostLinesOfPiece = 50_000;

/** For so long after its time an app may still send what it has. */
export const graceMinutes = 10;
/** For so long a log is there that nobody keeps. */
export const keptDays = 14;

export const AskForLogs = z.strictObject({
  username: z.string().min(1).max(256),
  /** Only while this session lasts; without it, in whatever session the user has until then. */
  sessionId: z.uuid().optional(),
  level: z.enum(LogLevel),
  minutes: z.int().min(1).max(mostMinutes),
  maxBytes: z.int().min(1024).max(mostBytes),
  /** What the settings allow; where they leave the choice, the agent is asked. */
  consent: z.enum(LogConsent).optional(),
  reason: line(500),
  ticket: line(64).optional(),
});
export type AskForLogs = z.output<typeof AskForLogs>;

export const OpenLogOf = AskForLogs.pick({ username: true });
export type OpenLogOf = z.output<typeof OpenLogOf>;

export const LogRequestId = z.strictObject({ id: z.uuid() });
export type LogRequestId = z.output<typeof LogRequestId>;

export const KeepLog = LogRequestId.extend({ kept: z.boolean() });
export type KeepLog = z.output<typeof KeepLog>;

/** A page of requests, as a query string asks for it. */
export const LogPage = PageQuery.extend({
  search: SearchText.optional(),
  status: many(z.enum(LogStatus)),
  level: many(z.enum(LogLevel)),
  /** Ids or names. */
  team: many(line(128)),
  user: line(256).optional(),
  from: instant.optional(),
  to: instant.optional(),
}).refine(({ from, to }) => !from || !to || from < to, { path: ["to"], message: "must be after from" });

/** So many lines are read at once, and so many matches of a search are named. */
export const mostLinesAtOnce = 1000;
export const mostMatches = 10_000;

/** Lines from a number on, or from the first that was written at a time or later. */
export const WhichLines = z
  .strictObject({
    from: z.coerce
      .number()
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .optional(),
    at: instant.optional(),
    count: z.coerce.number().int().min(1).max(mostLinesAtOnce).default(100),
  })
  .refine(({ from, at }) => from === undefined || at === undefined, {
    path: ["at"],
    message: "must not come with from",
  });

export const SearchLines = z.strictObject({
  text: z.string().max(1000),
  level: many(z.enum(LogLevel)),
  limit: z.coerce.number().int().min(1).max(mostMatches).default(1000),
});

const requestId = z.uuid().toLowerCase();
const count = z.int().min(0).max(mostPieces);

/** What an app tells of a request for its logs; `pieces` belongs to `done`: how many there are in all. */
export const LogFrame = z.object({
  type: z.literal("log"),
  requestId,
  status: z.enum(["received", "accepted", "declined", "collecting", "done", "failed"]),
  pieces: count.optional(),
  detail: line(500).optional(),
});
export type LogFrame = z.output<typeof LogFrame>;

/** Where a piece belongs: pieces count from 0. */
export const PieceAddress = z.object({
  id: requestId,
  n: z.coerce
    .number()
    .int()
    .min(0)
    .max(mostPieces - 1),
});

/** `sha-256=<base64>` of the piece as it is sent. */
export const PieceDigest = z
  .string("is required")
  .regex(/^sha-256=[A-Za-z0-9+/]{43}=$/i, "must be sha-256= and 32 bytes in base64")
  .transform((text) => Buffer.from(text.slice("sha-256=".length), "base64"));

/** When a log is deleted, unless somebody keeps it; null while it is open. */
export const expiresAt = ({ kept, endedAt }: { kept: boolean; endedAt: Date | null }) =>
  kept || !endedAt ? null : new Date(endedAt.getTime() + keptDays * 86_400_000);
