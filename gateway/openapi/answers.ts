import { z } from "zod";
import { Artifact } from "@/lib/releases/content";
import { SessionJson } from "@/lib/sessions/json";
import {
  AgentState,
  Cause,
  Direction,
  InteractionChannel,
  LogConsent,
  LogLevel,
  ReleaseKind,
} from "@/prisma/generated/enums";

// Strict, so that a test with real answers finds a field that is missing here. Apps ignore fields they do not know.

const time = z.iso.datetime();
const state = z.enum(AgentState);
const notReadyReasons = z.array(z.string());

export const User = z
  .strictObject({ username: z.string(), name: z.string(), team: z.string() })
  .meta({ id: "User" });

/** What is to be installed. */
export const Release = z
  .strictObject({
    version: z.string(),
    build: z.string().nullable(),
    notes: z.string(),
    storeUrl: z.string().nullable(),
    artifacts: z.array(Artifact),
  })
  .meta({ id: "Release" });

export const noticeFields = {
  noticeId: z.uuid(),
  kind: z.enum(ReleaseKind),
  release: Release,
  distribution: z.enum(["store", "package"]),
  minimumOs: z.string().nullable(),
  toldAt: time,
  signOutAt: time.nullable(),
  draining: z.boolean(),
  message: z.string(),
};

/** An update notice that belongs on the screen. */
const Notice = z.strictObject(noticeFields).meta({ id: "Notice" });

export const loggingFields = {
  requestId: z.uuid(),
  level: z.enum(LogLevel),
  until: time,
  maxBytes: z.int(),
  reason: z.string(),
  consent: z.enum(LogConsent),
  accepted: z.boolean(),
  message: z.string(),
  patterns: z.array(z.string()),
  bytes: z.int(),
  nextPiece: z.int(),
};

/** A request for the app's log. */
const Logging = z.strictObject(loggingFields).meta({ id: "Logging" });

export const SignedIn = z
  .strictObject({
    sessionId: z.uuid(),
    token: z.string(),
    user: User,
    loginAt: time,
    heartbeatSeconds: z.int(),
    leaseSeconds: z.int().nullable(),
    stream: z.url(),
    state,
    reason: z.string().nullable(),
    notReadyReasons,
    notices: z.array(Notice),
    logging: Logging.nullable(),
  })
  .meta({ id: "SignedIn" });

export const SignInOptions = z
  .strictObject({ methods: z.array(z.enum(["password"])) })
  .meta({ id: "SignInOptions" });

/** The other place, for the person who is asked whether to take it over. */
export const Seat = z
  .strictObject({
    app: z.enum(["Mobile", "Agent Desktop"]),
    version: z.string(),
    build: z.string().nullable(),
    os: z.string().nullable(),
    device: z.string().nullable(),
    since: time,
    state,
    onInteraction: z.boolean(),
  })
  .meta({ id: "Seat" });

export const Updates = z
  .strictObject({
    status: z.enum(["current", "recommended", "mandatory", "unknown-version"]),
    release: Release.extend({ minimumOs: z.string().nullable() }).nullable(),
    since: time.nullable(),
  })
  .meta({ id: "Updates" });

const OpenInteraction = z
  .strictObject({
    interactionId: z.string(),
    phase: z.enum(["offered", "started", "held"]),
    channel: z.enum(InteractionChannel),
    direction: z.enum(Direction),
    service: z.string().nullable(),
    offeredAt: time.nullable(),
    startedAt: time.nullable(),
  })
  .meta({ id: "OpenInteraction" });

const ForcedState = z
  .strictObject({
    state,
    reason: z.string().nullable(),
    by: z.string().nullable(),
    message: z.string(),
    at: time,
  })
  .meta({ id: "ForcedState" });

export const Current = z
  .strictObject({
    sessionId: z.uuid(),
    user: User,
    app: z.string(),
    now: time,
    loginAt: time,
    state,
    reason: z.string().nullable(),
    stateSince: time,
    forced: ForcedState.nullable(),
    interactions: z.array(OpenInteraction),
    notReadyReasons,
    notices: z.array(Notice),
    logging: Logging.nullable(),
  })
  .meta({ id: "Current" });

/** Why a session ended: in a problem, in a frame, the same four fields. */
export const ending = {
  cause: z.enum(Cause),
  message: z.string(),
  by: z.string().nullable(),
  at: time.nullable(),
};

const OwnSession = SessionJson.meta({ id: "OwnSession" });

export const OwnSessions = z
  .strictObject({ items: z.array(OwnSession), next: z.string().nullable() })
  .meta({ id: "OwnSessions" });

export const Healthy = z
  .strictObject({
    status: z.literal("ok"),
    database: z.literal("ok"),
    beatAgoMs: z.int(),
    mail: z.strictObject({ waiting: z.int(), failed: z.int() }).nullable(),
  })
  .meta({ id: "Healthy" });

export const Failing = z
  .strictObject({ status: z.literal("failing"), database: z.string() })
  .meta({ id: "Failing" });
