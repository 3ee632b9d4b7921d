import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { PieceAddress } from "@/lib/logs/schema";
import { PageQuery } from "@/lib/sessions/position";
import { PushAddress } from "@/lib/sessions/schema";
import { Current, OwnSessions } from "./answers";
import { closeCodes } from "./close-codes";
import * as examples from "./examples";
import { Acks, Events } from "./frames";
import { refusals } from "./problems";

const noSession = ["unauthenticated", "session-ended"] as const;
const failures = ["internal", "unavailable"] as const;

const stream: ZodOpenApiOperationObject = {
  operationId: "stream",
  tags: ["Stream"],
  summary: "Open the stream",
  description: [
    "A WebSocket of JSON frames, both ways. Offer the subprotocols `rollcall.v1` and `bearer.<token>`, or `rollcall.v1` and the " +
      "`Authorization` header; `rollcall.v1` in any case, it is the one that the gateway picks. Send a `sync` first, without waiting for anything.",
    "Every frame of the app has an `id`, and is answered with `ack` once it is stored, or with `refused`. The same `id` is " +
      "stored once: what was not answered before a break is sent again, with the same `id` and its `ageMs`. At most 32 frames may " +
      "be without an answer.",
    "A dropped socket is no logout: connect again, with back-off and jitter. A second socket with the same token replaces the " +
      "first. The gateway pings every `heartbeatSeconds`; the pongs, which every WebSocket sends by itself, are signs of life.",
  ].join("\n\n"),
  requestParams: {
    header: z.object({ "Sec-WebSocket-Protocol": z.string().optional() }),
  },
  responses: {
    "101": {
      description:
        "The stream is open. A token that is not valid is told after it, with close code 4003: browsers hide other answers.",
    },
    ...refusals("not-found"),
  },
  "x-close-codes": closeCodes,
};

export const signedInPaths: ZodOpenApiPathsObject = {
  "/v1/sessions/current": {
    get: {
      operationId: "currentSession",
      tags: ["While signed in"],
      summary: "Read the session",
      description:
        "The whole state as Rollcall holds it: what an app needs after a restart or a break. Nothing is ever replayed.",
      responses: {
        "200": {
          description: "The session.",
          content: { "application/json": { schema: Current, example: examples.current } },
        },
        ...refusals(...noSession, ...failures),
      },
    },
    delete: {
      operationId: "signOut",
      tags: ["While signed in"],
      summary: "Sign out",
      description: "Ends the session and its token. Open interactions end with it.",
      responses: {
        "204": { description: "Signed out." },
        ...refusals(...noSession, ...failures),
      },
    },
  },
  "/v1/sessions/current/push": {
    put: {
      operationId: "changePushAddress",
      tags: ["While signed in"],
      summary: "Replace the push address",
      description:
        "When the phone's system gives the app another token. What a phone without a stream has to hear, that an update is there, " +
        "that somebody asks for its log or that its session is over, goes to the centre's own sender of pushes with this address.",
      requestBody: {
        required: true,
        content: { "application/json": { schema: PushAddress, example: examples.pushAddress } },
      },
      responses: {
        "204": { description: "Replaced." },
        ...refusals(...noSession, "too-large", "invalid-request", ...failures),
      },
    },
  },
  "/v1/events": {
    post: {
      operationId: "sendEvents",
      tags: ["While signed in"],
      summary: "Send frames without a socket",
      description:
        "The frames of the stream, one to 32 of them, for an app that has no socket now: a phone app in the background for instance. " +
        "They are stored in their order; each call is a sign of life. What others do to the session, a forced state or its end, " +
        "is in the answer to a `sync`, or is a 401.",
      requestBody: {
        required: true,
        content: { "application/json": { schema: Events, example: examples.events } },
      },
      responses: {
        "200": {
          description: "One answer for each frame, in their order.",
          content: { "application/json": { schema: Acks, example: examples.acks } },
        },
        ...refusals(...noSession, "too-large", "invalid-request", ...failures),
      },
    },
  },
  "/v1/me/sessions": {
    get: {
      operationId: "ownSessions",
      tags: ["While signed in"],
      summary: "List the person's own sessions",
      description:
        "Their sessions and times, newest first. Parameters that do not exist, and an empty `cursor`, are refused: 422.",
      requestParams: { query: PageQuery },
      responses: {
        "200": {
          description: "A page of sessions. `next` is the `cursor` of the next page, or null.",
          content: { "application/json": { schema: OwnSessions, example: examples.ownSessions } },
        },
        ...refusals(...noSession, "invalid-request", ...failures),
      },
    },
  },
  "/v1/log-requests/{id}/pieces/{n}": {
    put: {
      operationId: "sendLogPiece",
      tags: ["While signed in"],
      summary: "Send a piece of a log",
      description: [
        "Whole lines in UTF-8, packed with gzip (`Content-Type: application/gzip`) or plain: up to 1 MiB as sent, 4 MiB and 50,000 lines " +
          "unpacked. A line is a JSON object with `at`, `level`, `message` and fields of your own, or any text; one over 65,536 " +
          "characters is cut. Secrets are taken out and escape codes made visible before it is kept.",
        "Pieces count from 0 and may come in any order; the same piece twice is one piece. `Digest` is the SHA-256 of the body as sent.",
      ].join("\n\n"),
      requestParams: { path: PieceAddress, header: z.object({ Digest: z.string() }) },
      requestBody: {
        required: true,
        content: {
          "application/gzip": { schema: { type: "string", format: "binary" } },
          "application/x-ndjson": { schema: { type: "string" }, example: examples.piece },
        },
      },
      responses: {
        "204": { description: "Stored." },
        ...refusals(
          ...noSession,
          "not-found",
          "log-request-over",
          "log-not-accepted",
          "log-full",
          "piece-taken",
          "too-large",
          "invalid-request",
          "wrong-digest",
          "piece-unreadable",
          ...failures,
        ),
      },
    },
  },
  "/v1/stream": { get: stream },
};
