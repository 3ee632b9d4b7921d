import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { Client, Credentials, IdempotencyKey, PushAddress, Resume } from "@/lib/sessions/schema";
import { SignedIn, SignInOptions, Updates } from "./answers";
import * as examples from "./examples";
import { refusals } from "./problems";

PushAddress.register(z.globalRegistry, { id: "PushAddress" });
Client.register(z.globalRegistry, { id: "Client" });
Credentials.register(z.globalRegistry, { id: "Credentials" });
Resume.register(z.globalRegistry, { id: "Resume" });
export const SignIn = z.union([Credentials, Resume]).meta({ id: "SignIn" });

export const signInPaths: ZodOpenApiPathsObject = {
  "/v1/sessions": {
    post: {
      operationId: "signIn",
      tags: ["Signing in"],
      summary: "Sign in",
      description: [
        "Opens a session, with username and password or by resuming a lost one. A person is signed in at one place: if that " +
          "is another one, the answer is `seat-taken`. It names the other place and carries `takeOver`. Ask the person; if " +
          "they agree, send the same again with `takeOver`, within two minutes. Nothing has ended until then.",
        "A new session starts `not_ready`, a resumed one too.",
        "Keep `token` in the keychain: it is the session. An answer that got lost is no reason to be asked about oneself: " +
          "with an `Idempotency-Key`, the same request within two minutes gives the session it made, with a fresh token; the old " +
          "token is dead then.",
        "`resume` stands in for username and password: the token of a session that ended with `connection_lost`, for 15 " +
          "minutes (a setting) after it was given up, once: an `Idempotency-Key` covers an answer that got lost, and `session-ended` in " +
          "answer to a `resume` is final, whatever its `cause`. The new session has an id of its own, and the gap stays visible. " +
          "Where the session is still open, it goes on under its id and its token.",
        "Checks come in this order: 422, 429, 401, 403, 409.",
      ].join("\n\n"),
      security: [],
      requestParams: { header: z.object({ "Idempotency-Key": IdempotencyKey.optional() }) },
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: SignIn,
            examples: {
              password: { summary: "With a password", value: examples.signIn },
              resume: { summary: "Resuming a lost session", value: examples.resume },
            },
          },
        },
      },
      responses: {
        "201": {
          description: "Signed in. Open `stream` next.",
          content: { "application/json": { schema: SignedIn, example: examples.signedIn } },
        },
        ...refusals(
          "invalid-credentials",
          "session-ended",
          "account-disabled",
          "app-not-allowed",
          "password-change-required",
          "update-required",
          "os-too-old",
          "seat-taken",
          "too-large",
          "invalid-request",
          "too-many-attempts",
          "internal",
          "unavailable",
        ),
      },
    },
  },
  "/v1/updates": {
    get: {
      operationId: "updates",
      tags: ["Signing in"],
      summary: "Ask what a version owes",
      description:
        "What is recommended or mandatory for everybody who runs this version or an older one. Releases that are staged are none " +
        "here: who is offered them is told after signing in. A sign-in below a mandatory one is `update-required`.",
      security: [],
      requestParams: {
        query: z.object({
          channel: z.enum(["ios", "android", "desktop"]),
          version: z.string(),
          build: z.string().optional(),
          locale: z.string().optional(),
        }),
      },
      responses: {
        "200": {
          description: "What it owes.",
          content: { "application/json": { schema: Updates, example: examples.updates } },
        },
        ...refusals("invalid-request", "internal", "unavailable"),
      },
    },
  },
  "/v1/sign-in-options": {
    get: {
      operationId: "signInOptions",
      tags: ["Signing in"],
      summary: "Ask how people sign in here",
      description: "The ways to sign in that this centre offers. Pass over those that the app does not know.",
      security: [],
      responses: {
        "200": {
          description: "The ways to sign in.",
          content: { "application/json": { schema: SignInOptions, example: { methods: ["password"] } } },
        },
        ...refusals("internal", "unavailable"),
      },
    },
  },
};
