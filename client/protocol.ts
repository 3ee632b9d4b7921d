/** The words of the gateway's protocol, version 1, as far as this library speaks it. Times are RFC 3339 in UTC. */

export const agentStates = ["ready", "not_ready", "busy", "after_call_work"] as const;
export type AgentState = (typeof agentStates)[number];

export const channels = ["voice", "chat", "email"] as const;
export type Channel = (typeof channels)[number];

export const directions = ["inbound", "outbound"] as const;
export type Direction = (typeof directions)[number];

export const openPhases = ["offered", "started", "held"] as const;
export type OpenPhase = (typeof openPhases)[number];
export type Phase = OpenPhase | "resumed" | "ended" | "missed";

export type NameAndVersion = { name: string; version?: string | undefined };

/** Where pushes reach the app: as the centre's own sender knows it, such as its token for APNs or FCM. */
export type PushAddress = { provider: "webhook"; token: string };

/** What an app says of itself at sign-in. */
export type AppFacts = {
  app: "Mobile" | "Agent Desktop";
  version: string;
  build?: string | undefined;
  /** Required for Mobile. */
  os?: NameAndVersion | undefined;
  device?: { model: string } | undefined;
  browser?: NameAndVersion | undefined;
  /** A random UUID that the app keeps for as long as it is installed. */
  installId?: string | undefined;
  /** Language of messages and notes: `de-DE`. */
  locale?: string | undefined;
  push?: PushAddress | undefined;
};

export type User = { username: string; name: string; team: string };

/** A call, chat or e-mail that the agent is being offered or is handling. */
export type Interaction = {
  interactionId: string;
  phase: OpenPhase;
  channel: Channel;
  direction: Direction;
  /** What it is about or came in by, in the centre's own words. */
  service: string | null;
  offeredAt: string | null;
  startedAt: string | null;
};

/** A state that somebody set from the console, or an update that is due (`by` is null then); null again once the agent has set one. */
export type Forced = {
  state: AgentState;
  reason: string | null;
  by: string | null;
  /** In words, for the person's screen; null from an older gateway. */
  message: string | null;
  at: string;
};

export const noticeKinds = ["recommended", "mandatory"] as const;

/** A file of a download. */
export type Artifact = {
  /** What it is for, in the centre's own words: `Windows`, `x64`. */
  os: string;
  arch: string;
  url: string;
  /** Its checksum, in hex or base64. */
  sha512: string;
  /** In bytes. */
  size: number;
  /** An Ed25519 signature of it, in base64. */
  edSignature: string | null;
};

/** What is to be installed. */
export type Release = {
  version: string;
  build: string | null;
  /** What is new, in words. */
  notes: string;
  /** Where to get it; null where the person cannot, or need not. */
  storeUrl: string | null;
  /** Files to install it from; with neither, an app in a browser has it once it is loaded anew. */
  artifacts: readonly Artifact[];
};

/** An update that the person is told of. */
export type Notice = {
  noticeId: string;
  kind: (typeof noticeKinds)[number];
  release: Release;
  /** `package`: the company's IT installs it. */
  distribution: "store" | "package";
  /** Where the release does not run on this operating system, the least that it runs on: there is nothing to install. */
  minimumOs: string | null;
  /** When a mandatory one ends the session; while it drains, when it does at the latest, null where nothing limits that. */
  signOutAt: string | null;
  /** What is open is waited for: take no new work. */
  draining: boolean;
  /** In words, for the person's screen. */
  message: string;
};

export type NoticeAction = "received" | "seen" | "acknowledged" | "store_opened" | "later";

/** From the gravest on. */
export const logLevels = ["error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Somebody asks for this app's log. */
export type Logging = {
  requestId: string;
  level: LogLevel;
  until: string;
  maxBytes: number;
  reason: string;
  /** `tell`: the agent is told, and not asked. */
  consent: "ask" | "tell";
  /** By an app of this person, perhaps by this one before it was restarted. */
  accepted: boolean;
  /** In words, for the person's screen. */
  message: string;
  /** What else to take out: see redact.ts. */
  patterns: readonly string[];
  /** What has arrived so far, and the number of the next piece. */
  bytes: number;
  nextPiece: number;
};

/** Why nobody signs in from this version of the app. */
export type RequiredUpdate = {
  release: Release;
  distribution: "store" | "package";
  /** Where the release does not run on this operating system: the least that it runs on. */
  minimumOs: string | null;
  /** The other app, where the person may go on in it. */
  continueOn: string | null;
};

/** The session as the gateway holds it; of interactions, also what still waits to be told. */
export type Session = {
  sessionId: string;
  user: User;
  loginAt: string;
  state: AgentState;
  reason: string | null;
  stateSince: string;
  forced: Forced | null;
  interactions: readonly Interaction[];
  /** What the centre offers as reasons for Not Ready, in its order; any other text may be given too. */
  notReadyReasons: readonly string[];
  /** Updates that belong on the screen. */
  notices: readonly Notice[];
  /** As the gateway told it last; what the screen shows is `logging` of the app. */
  logging: Logging | null;
};

/** The other place at which the person is signed in. */
export type Seat = {
  app: string;
  version: string;
  build: string | null;
  os: string | null;
  device: string | null;
  since: string;
  state: AgentState;
  onInteraction: boolean;
};

/** Why a session ended, in words for the person's screen. */
export type Ended = { cause: string; message: string; by: string | null; at: string | null };

export type StateChange = { state: AgentState; reason?: string | undefined };

export type InteractionChange = {
  interactionId: string;
  phase: Phase;
  channel: Channel;
  direction: Direction;
  service?: string | undefined;
};

export type LogStatus = "received" | "accepted" | "declined" | "collecting" | "done" | "failed";

/** What the app tells on the stream and waits for to be stored; the id is added on the way. */
export type OutgoingFrame =
  | ({ type: "state" } & StateChange)
  | ({ type: "interaction" } & InteractionChange)
  | { type: "notice"; noticeId: string; action: NoticeAction }
  | { type: "log"; requestId: string; status: LogStatus; pieces?: number; detail?: string };

/** What the library understands of what the gateway sends. */
export type IncomingFrame =
  | { type: "ack"; id: string; current: Current | undefined }
  | { type: "refused"; id: string | null; problem: unknown }
  | { type: "state.forced"; forced: Forced }
  | { type: "notice"; notice: Notice }
  | { type: "notice.withdrawn"; noticeId: string }
  | { type: "log.start"; logging: Logging }
  | { type: "log.stop"; requestId: string }
  | { type: "session.ended"; ended: Ended };

/** The answer to `GET /v1/sessions/current` and to `sync`. */
export type Current = { session: Session; now: string | undefined };
export type SignedIn = { session: Session; token: string; stream: string };
