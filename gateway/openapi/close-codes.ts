/** Why the gateway closes a socket, and what an app does then. */
export const closeCodes = [
  {
    code: 4001,
    name: "session ended",
    todo: "Show the `message` of the `session.ended` frame before it. Do not reconnect.",
  },
  {
    code: 4002,
    name: "replaced",
    todo: "Another socket with this token has taken over. The session goes on there; do not reconnect.",
  },
  {
    code: 4003,
    name: "bad token",
    todo: "Ask `GET /v1/sessions/current` why, or sign in anew. Do not reconnect.",
  },
  {
    code: 1008,
    name: "flood",
    todo: "More than 32 frames without an answer, or, after a burst of 256, more than 32 a second. Reconnect with back-off, and send less.",
  },
  { code: 1009, name: "too large", todo: "A frame over 64 KiB. Reconnect without that frame." },
  {
    code: 1012,
    name: "restarting, or try again",
    todo: "Reconnect after a random time of up to three seconds, then with back-off.",
  },
] as const;
