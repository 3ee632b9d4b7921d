import type { ProblemCode } from "./problems";

/** Examples of the document: one agent's day. A test parses each with the schema that it stands beside. */

const sessionId = "01937b5c-7f0e-7c4a-9b1d-2f6a0c8e4d11";
const user = { username: "maria", name: "Maria Ortiz", team: "Billing" };
const notReadyReasons = ["Break", "Lunch", "Training", "Meeting"];
const call = {
  interactionId: "call-7731",
  channel: "voice",
  direction: "inbound",
  service: "Billing hotline",
} as const;

export const pushAddress = { provider: "webhook", token: "fcm:cX9…" } as const;

export const client = {
  app: "Mobile",
  version: "2.17.60",
  build: "2.62740",
  os: { name: "iOS", version: "14.8" },
  device: { model: "iPhone 8 Plus" },
  installId: "5f0c6f0e-3c1d-4f6b-8a57-0d7f6f3b9a42",
  locale: "de-DE",
} as const;

export const signIn = { username: "maria", password: "correct horse battery staple", client } as const;
export const resume = { resume: "rc_v3ry0ldT0ken0fTheSess10nThatWasL0stAMinuteAg0", client } as const;

const release = {
  version: "2.18.0",
  build: "2.63102",
  notes: "Calls no longer drop when the phone changes from Wi-Fi to mobile data.",
  storeUrl: "https://apps.apple.com/app/id0000000000",
  artifacts: [],
} as const;

const notice = {
  noticeId: "01937b62-40aa-7d1e-8f53-9c2ab1e07f60",
  kind: "mandatory",
  release,
  distribution: "store",
  minimumOs: null,
  toldAt: "2026-11-23T09:00:00.000Z",
  signOutAt: "2026-11-23T10:15:00.000Z",
  draining: false,
  message: "Please update to version 2.18.0. You will be signed out for it.",
} as const;

const logging = {
  requestId: "01937b70-2c1e-7a44-9d20-6b1f0e5a7c38",
  level: "debug",
  until: "2026-11-23T09:45:00.000Z",
  maxBytes: 10_485_760,
  reason: "Calls drop on Wi-Fi",
  consent: "ask",
  accepted: false,
  message: "May this app send its log? It helps with: Calls drop on Wi-Fi",
  patterns: ["KD-######"],
  bytes: 0,
  nextPiece: 0,
} as const;

export const piece =
  '{"at":"2026-11-23T09:20:11.042Z","level":"warn","message":"socket closed","code":1006,"network":"wifi"}';

export const signedIn = {
  sessionId,
  token: "rc_8Jq1mWcYb2Vd0sHxk7ZtPf4uR9aLgNeQ6iTwOoXyE3c",
  user,
  loginAt: "2026-11-23T08:58:14.207Z",
  heartbeatSeconds: 30,
  leaseSeconds: null,
  stream: "wss://gateway.example.com/v1/stream",
  state: "not_ready",
  reason: null,
  notReadyReasons,
  notices: [],
  logging: null,
} as const;

export const current = {
  sessionId,
  user,
  app: "Mobile v2.17.60 (2.62740)",
  now: "2026-11-23T09:12:03.518Z",
  loginAt: "2026-11-23T08:58:14.207Z",
  state: "busy",
  reason: null,
  stateSince: "2026-11-23T09:10:40.002Z",
  forced: null,
  interactions: [
    {
      ...call,
      phase: "started",
      offeredAt: "2026-11-23T09:10:31.870Z",
      startedAt: "2026-11-23T09:10:40.002Z",
    },
  ],
  notReadyReasons,
  notices: [notice],
  logging: null,
} as const;

export const ownSessions = {
  items: [
    {
      sessionId: "01937659-1d3c-7b11-8c0e-95d2b2a4f7e0",
      app: "Agent Desktop",
      platform: "Desktop",
      version: "5.24.99",
      build: null,
      os: "Windows 11",
      device: "Chrome 126",
      deviceCode: null,
      ip: "203.0.113.24",
      team: "Billing",
      login: "2026-11-22T08:57:02.114Z",
      logout: "2026-11-22T13:30:53.900Z",
      endedAt: "2026-11-22T13:31:54.012Z",
      cause: "connection_lost",
      logoutType: "timeout",
      endedBy: null,
      certainty: "last_seen",
      lastSeen: "2026-11-22T13:30:53.900Z",
      readyMs: 7_200_000,
      notReadyMs: 1_814_786,
      busyMs: 6_300_000,
      afterCallWorkMs: 1_117_000,
      unknownMs: 0,
    },
  ],
  next: null,
} as const;

export const events = {
  events: [
    { id: "41", type: "state", state: "busy" },
    { id: "42", type: "interaction", ...call, phase: "started", ageMs: 1200 },
  ],
} as const;

export const acks = {
  acks: [
    { type: "ack", id: "41" },
    { type: "ack", id: "42" },
  ],
} as const;

export const updates = {
  status: "recommended",
  release: { ...release, minimumOs: "16.0" },
  since: "2026-11-20T09:00:00.000Z",
} as const;

/** What some problems carry besides `type`, `title` and `status`. */
export const problemExtras: Partial<Record<ProblemCode, object>> = {
  "invalid-request": { errors: [{ path: "client.os", message: "is required for Mobile" }] },
  "password-change-required": {
    link: "https://console.example.com/set-password#hV3n0aR7dLq2sXz9tYwKcE4bGmU6iPfJoN1lQvB8xTA",
    expiresAt: "2026-11-26T08:58:14.207Z",
  },
  "update-required": { release, distribution: "store", continueOn: "Agent Desktop" },
  "os-too-old": { release: { ...release, storeUrl: null }, minimumOs: "16.0", continueOn: "Agent Desktop" },
  "seat-taken": {
    seat: {
      app: "Agent Desktop",
      version: "5.24.99",
      build: null,
      os: "Windows 11",
      device: "Chrome 126",
      since: "2026-11-23T08:02:47.310Z",
      state: "ready",
      onInteraction: false,
    },
    takeOver: "eyJzZWF0IjoiMDE5MzdiNWMiLCJ1bnRpbCI6MTc2MzkwMH0.q1w2",
  },
  "session-ended": {
    cause: "ended_by_administrator",
    message: "Ana Petrova ended your session: the phone was lost.",
    by: "Ana Petrova",
    at: "2026-11-23T13:31:08.400Z",
  },
};

const forced = {
  state: "not_ready",
  reason: "Team meeting",
  by: "Jonas Lind",
  message: "Jonas Lind set you to Not Ready: Team meeting.",
  at: "2026-11-23T10:00:00.000Z",
} as const;

export const frames = {
  SyncFrame: {
    id: "1",
    type: "sync",
    state: "busy",
    interactions: [{ ...call, phase: "started", ageMs: 83_000 }],
  },
  StateFrame: { id: "2", type: "state", state: "not_ready", reason: "Lunch" },
  InteractionFrame: { id: "3", type: "interaction", ...call, phase: "ended" },
  AppNoticeFrame: { id: "6", type: "notice", noticeId: notice.noticeId, action: "seen" },
  AliveFrame: { id: "4", type: "alive" },
  AppLogFrame: { id: "7", type: "log", requestId: logging.requestId, status: "accepted" },
  Ack: { type: "ack", id: "2" },
  Refused: {
    type: "refused",
    id: "5",
    problem: {
      type: "/problems/unknown-type",
      title: "This gateway does not know frames of that type.",
      status: 422,
    },
  },
  StateForced: { type: "state.forced", ...forced },
  NoticeTold: { type: "notice", ...notice },
  NoticeWithdrawn: { type: "notice.withdrawn", noticeId: notice.noticeId },
  Drain: { type: "drain", noticeId: notice.noticeId, until: null },
  LogStart: { type: "log.start", ...logging },
  LogStop: { type: "log.stop", requestId: logging.requestId },
  SessionEnded: {
    type: "session.ended",
    cause: "taken_over",
    message: "You signed in on Agent Desktop v5.24.99, Chrome 126. This app was signed out.",
    by: "Maria Ortiz",
    at: "2026-11-23T13:31:08.400Z",
  },
} as const;
