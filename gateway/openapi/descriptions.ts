import type { Descriptions } from "@/lib/openapi/fields";

export const descriptions: Descriptions = {
  // The same wherever they occur.
  username: "The name that the person signs in with.",
  sessionId: "The session's id.",
  loginAt: "When the person signed in.",
  state: "The agent's state.",
  reason: "Why Not Ready; null in every other state and where none was given.",
  app: "The app.",
  version: "The version.",
  build: "The build; null where the app told none.",
  os: "The operating system, `iOS 14.8`; null where the app told none.",
  device: "The device's market name, or a desktop's browser; null where the app told none.",
  deviceCode: "The hardware code that the app told, where `device` says its market name instead.",
  notReadyReasons:
    "The reasons for Not Ready that the centre offers this person's team, in its order: list them first in your picker. Any other text of up to 64 characters is accepted too.",
  notices: "The update notices that belong on the screen.",
  logging: "The request of an administrator for this app's log; null where there is none.",
  interactionId: "Your own id of the interaction, the same in all its frames.",
  channel: "What kind of interaction it is.",
  direction: "Who began it: `inbound` for the customer.",
  service: "The queue, hotline or campaign that it came from, as supervisors know it: up to 64 characters.",
  ageMs:
    "How long ago this happened, in milliseconds by a monotonic clock, for a frame that could not be sent at once. Without it: now. From 1000 on the frame is told late, and never answers a forced state.",
  cause: "Why the session ended.",
  message: "In words, for the person's screen.",
  by: "The name of who did it; `An administrator` where a program did, with an API token; null where a rule did.",
  at: "The session's logout in the ledger: where contact was lost, the last sign of life, not when that was found out.",
  id: "Chosen by the app, new for every frame: a text of 1 to 64 characters.",
  type: "Which frame this is.",
  current: "The session as Rollcall holds it: in the answer to a `sync` only.",
  problem: "Why, in the shape of an HTTP answer's problem.",
  title: "The problem in words, for the person's screen where nothing better is at hand.",
  status: "The HTTP status.",
  token: "The session's token: keep it secret, in the keychain.",
  user: "The person.",
  takeOver:
    "From a `seat-taken` answer: ends the session that it named. Good for two minutes and for that session alone.",

  release: "What is to be installed.",
  distribution: "`package` where the company's IT installs it: show no button then.",
  noticeId: "The notice's id.",
  kind: "`recommended` may be put off; with `mandatory` the session ends at `signOutAt`.",
  toldAt:
    "When the person was told, or reminded last: with another one than before it belongs on the screen again.",
  signOutAt:
    "When a mandatory notice ends the session. It moves while a call or chat is open: to the end of the wait, null where nothing limits that.",
  draining:
    "The deadline has passed, and what is open is waited for: take no new work. Then Not Ready, two minutes to wrap up, and out.",
  until: "When the session ends; null where it waits for the end of what is open.",
  action:
    "`received` came in · `seen` was shown · `acknowledged` the person updates now · `store_opened` · `later` the person put it off.",
  continueOn:
    "The other app, where the person has it and it is up to date: say that they can go on in it. Else null.",
  minimumOs: "The least operating system that it runs on; null where any will do.",
  notes: "What is new, in the app's language where there is a text in it.",
  storeUrl: "Where to get it; null where the person cannot, or need not.",
  artifacts: "Files of a download, where it is one.",
  arch: "The processor that it is for.",
  url: "Where the file is.",
  sha512: "The file's checksum, in hex or base64.",
  size: "In bytes.",
  edSignature: "An Ed25519 signature of the file, in base64.",

  requestId: "The request's id.",
  level: "Lines of this level and of those that are graver.",
  maxBytes: "So many bytes of lines at most, as written and not as packed.",
  consent: "`ask`: only with the agent's consent. `tell`: the agent is told.",
  accepted: "Whether an app of this person has accepted it already: do not ask again.",
  patterns:
    "What to take out of lines besides tokens, card and phone numbers and mail addresses: `#` is a digit, `@` a letter, one `*` the rest of a word.",
  bytes: "So much of it has arrived.",
  nextPiece: "The number of the next piece: an app that was restarted goes on with it.",
  pieces: "With `done`: how many pieces there are.",
  detail: "With `failed`: why, in the app's words.",

  "User.name": "The person's name.",
  "User.team": "The name of the person's team.",

  "Credentials.password": "The password.",
  client:
    "What the app says of itself. Taken at sign-in and when a lost session is resumed: after an update of the app, sign in anew.",
  "Resume.resume": "The token of a session that was lost, instead of username and password.",
  "Client.app": "Which of the two apps it is.",
  "Client.version": "The version; may carry its build, `2.17.60 (2.62740)`, with or without `v`.",
  "Client.build": "The build.",
  "Client.os": "The operating system. Required for `Mobile`.",
  "Client.os.name": "`iOS`, `Android`, `Windows`.",
  "Client.os.version": "`14.8`",
  "Client.device": "The device.",
  "Client.device.model":
    "The model; a hardware code such as `iPhone10,2` will do, and is shown by its market name where known.",
  "Client.browser": "The browser, for an Agent Desktop in one.",
  "Client.browser.name": "`Chrome`",
  "Client.browser.version": "`126`",
  "Client.installId":
    "A random UUID that the app makes once and keeps for as long as it is installed; no hardware id. The same person on the same installation continues without a question.",
  "Client.push":
    "Where pushes reach the app while it has no stream. Without it: what it gave before, and `installId`.",
  "PushAddress.provider": "`webhook`: the centre's own sender.",
  "PushAddress.token": "What that sender needs to reach the app, such as its token for APNs or FCM.",
  "Client.locale": "The language for messages: `de-DE`.",

  "Notice.minimumOs":
    "Where the release does not run on this device's operating system, the least that it runs on: there is nothing to install, show no button. Else null.",
  "NoticeTold.minimumOs":
    "Where the release does not run on this device's operating system, the least that it runs on: there is nothing to install, show no button. Else null.",
  "SignedIn.heartbeatSeconds":
    "How often the gateway pings, and how often an app without a socket should show a sign of life.",
  "SignedIn.leaseSeconds":
    "After so much silence the session is lost; null for Mobile, whose sessions outlive silence.",
  "SignedIn.stream": "The address of the stream.",
  "SignInOptions.methods": "The ways to sign in.",
  "Seat.since": "When the person signed in there.",
  "Seat.onInteraction": "Whether the person is on an interaction there right now.",
  "Problem.type": "The problem's code is at its end: decide by it alone.",
  "PasswordChangeRequiredProblem.link":
    "The page where the person sets a password of their own, once. Open it in the system's browser.",
  "PasswordChangeRequiredProblem.expiresAt": "Until when the link works. A newer answer voids it earlier.",
  "SeatTakenProblem.seat": "The other place: name it when you ask the person.",
  "SeatTakenProblem.takeOver":
    "Send it with the same request to sign in here and end the session there. Good for two minutes.",

  "Current.app": "The app as consoles show it: `Mobile v2.17.60 (2.62740)`.",
  "Current.now": 'The server\'s clock: use it for "in this state since".',
  "Current.stateSince": "Since when the agent is in this state.",
  "Current.forced":
    "A state that somebody set and that the app has not yet answered with a `state` frame; else null.",
  "Current.interactions": "The interactions that are open.",
  "OpenInteraction.phase": "Where it stands.",
  "OpenInteraction.offeredAt": "When it began to ring; null where that was not told.",
  "OpenInteraction.startedAt": "When the agent took it; null while it rings.",

  "SyncFrame.state":
    "The agent's state. It never overrides a forced state that the app has not answered. Left out, as by an app that was just started: stays as it is.",
  "SyncFrame.reason": "Why Not Ready, up to 64 characters; passed over with every other state.",
  "SyncFrame.interactions":
    "All that are open now: what is not listed is closed. Left out: they stay as they are.",
  "StateFrame.reason": "Why Not Ready, up to 64 characters; passed over in every other state.",
  "InteractionFrame.phase":
    "`offered` rings · `started` is being handled · `held` waits · `resumed` goes on · `ended` is over · `missed` rang unanswered.",
  "ListedInteraction.phase": "Where it stands now.",
  "ListedInteraction.ageMs": "How long ago it came to stand there, in milliseconds.",
  "Logging.until": "When to stop.",
  "Logging.reason": "Why, in the words of who asks.",
  "LogStart.until": "When to stop.",
  "LogStart.reason": "Why, in the words of who asks.",
  "AppLogFrame.status": "What became of it.",
  "Refused.id": "The frame's id; null where it had none that could be read.",
  "StateForced.at": "When.",
  "StateForced.by":
    "The name of who did it; `An administrator` where a program did, with an API token; null where an update that is due did.",
  "StateForced.message": "The same in words, for the person's screen.",
  "ForcedState.at": "When.",
  "ForcedState.by":
    "The name of who did it; `An administrator` where a program did, with an API token; null where an update that is due did.",
  "ForcedState.message": "The same in words, for the person's screen.",
  "Events.events": "The frames, in their order.",
  "Acks.acks": "An answer for each frame, in their order.",

  "OwnSession.platform": "The app's platform.",
  "OwnSession.ip": "The address that the person signed in from.",
  "OwnSession.team": "The person's team at login.",
  "OwnSession.login": "When the session began.",
  "OwnSession.logout":
    "When it ended; null while it is open. After a lost connection, the last sign of life.",
  "OwnSession.endedAt": "When a rule found that out, where that was later.",
  "OwnSession.cause": "Why it ended; null while it is open.",
  "OwnSession.logoutType": "The report's group of causes.",
  "OwnSession.endedBy": "Who ended it; null where nobody did.",
  "OwnSession.certainty": "How sure the logout is: `last_seen` where contact was lost.",
  "OwnSession.lastSeen": "The last sign of life.",
  "OwnSession.readyMs": "Time in Ready, in milliseconds.",
  "OwnSession.notReadyMs": "Time in Not Ready.",
  "OwnSession.busyMs": "Time in Busy.",
  "OwnSession.afterCallWorkMs": "Time in After Call Work.",
  "OwnSession.unknownMs": "Time of silence.",
  "OwnSessions.items": "The sessions.",
  "OwnSessions.next": "The cursor of the next page, or null.",

  "InvalidRequestProblem.errors": "Every part that is wrong.",
  "InvalidField.path": "Which part: `client.app`. Empty for the whole.",
  "InvalidField.message": "What is wrong with it, for developers.",

  "Healthy.database": "The database answers.",
  "Healthy.status": "It works.",
  "Healthy.beatAgoMs": "How long ago a gateway last showed that it lives.",
  "Healthy.mail":
    "Mails that wait for the mail server, and those given up within the last day; null where none is set.",
  waiting: "Mails that the mail server has not taken yet.",
  failed: "Mails given up within the last day.",
  "Failing.status": "It does not work.",
  "Failing.database": "What is wrong.",

  "parameter.Idempotency-Key":
    "A random text, new for every sign-in that the person asks for, the same when it is tried again. Up to 128 visible ASCII characters.",
  "parameter.Sec-WebSocket-Protocol": "`rollcall.v1, bearer.<token>`",
  "Updates.status": "What is owed by whoever runs this version.",
  "Updates.release": "What is to be installed; null for nothing.",
  "Updates.since": "Since when; null for nothing.",
  "parameter.channel": "Which app asks.",
  "parameter.version": "Its version; may carry its build, `2.17.60 (2.62740)`.",
  "parameter.build": "Its build.",
  "parameter.locale": "The language of the notes: `de-DE`.",
  "parameter.id": "The request's id.",
  "parameter.n": "The number of the piece: 0 is the first.",
  "parameter.Digest": "`sha-256=` and the SHA-256 of the body as it is sent, in base64.",
  "parameter.limit": "How many at most: 1 to 500.",
  "parameter.cursor": "The `next` of the page before; left out for the first page.",
  "parameter.code": "The problem's code.",
};
