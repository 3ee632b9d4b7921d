import { z } from "zod";
import { instant, line, paragraph } from "@/lib/text";
import { SomeAccounts } from "@/lib/users/schema";
import { parseVersion } from "@/lib/versions/parse";
import { Cause, Platform } from "@/prisma/generated/enums";
import { PageQuery } from "./position";

const nameAndVersion = z.object({ name: line(64), version: line(64).optional() });

/** Where pushes reach an app: as the centre's own sender knows it, such as its token for APNs or FCM. */
export const PushAddress = z.object({ provider: z.literal("webhook"), token: line(4096) });
export type PushAddress = z.output<typeof PushAddress>;

/** What an app says of itself at sign-in; a version may carry its build: `v2.17.60 (2.62740)`. */
export const Client = z
  .object({
    app: z.enum(["Mobile", "Agent Desktop"]),
    version: line(64),
    build: line(64).optional(),
    os: nameAndVersion.optional(),
    device: z.object({ model: line(128) }).optional(),
    browser: nameAndVersion.optional(),
    // Apps of Apple write theirs in capitals.
    installId: z.uuid().toLowerCase().optional(),
    locale: line(35).optional(),
    push: PushAddress.optional(),
  })
  .refine((client) => client.app === "Agent Desktop" || client.os !== undefined, {
    path: ["os"],
    message: "is required for Mobile",
  })
  .transform(({ app, version, build, os, device, browser, installId, locale, push }) => {
    const parsed = parseVersion(version);
    return {
      platform: app === "Mobile" ? ("mobile" as const) : ("desktop" as const),
      version: parsed.version,
      build: build ?? parsed.build,
      osName: os?.name ?? null,
      osVersion: os?.version ?? null,
      device: device?.model ?? null,
      browserName: browser?.name ?? null,
      browserVersion: browser?.version ?? null,
      installId: installId ?? null,
      locale: locale ?? null,
      pushToken: push?.token ?? null,
    };
  });
export type Client = z.output<typeof Client>;

const takeOver = z.string().max(1024).optional();

export const Credentials = z.object({
  username: line(256),
  password: z.string().min(1).max(1024),
  client: Client,
  takeOver,
});
/** Continues a lost session with its old token. */
export const Resume = z.object({ resume: z.string().min(1).max(256), client: Client, takeOver });

export type SignIn = z.output<typeof Credentials> | z.output<typeof Resume>;

/** Visible ASCII: an `Idempotency-Key`. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, "must be 1 to 128 visible ASCII characters");

/** Ends the session that the person looked at, or none: `sessionId` is left out where any open one is meant. */
export const EndSession = z.object({
  username: line(256),
  sessionId: z.uuid().optional(),
  reason: paragraph(500),
});
export type EndSession = z.output<typeof EndSession>;

/** Of several users; `evenOnInteraction` cuts off those who are on one. */
export const EndSessions = SomeAccounts.extend({
  reason: paragraph(500),
  evenOnInteraction: z.boolean().default(false),
});
export type EndSessions = z.output<typeof EndSessions>;

/** One value or several, any of which will do; none means all. */
const anyOf = <V extends z.ZodType>(value: V) =>
  z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(value).max(100));

/** Which of a person's sessions are meant. `from` and `to` make a half-open range; what touches it counts. */
export const SessionFilter = z.strictObject({
  platform: anyOf(z.string().toLowerCase().pipe(z.enum(Platform))),
  version: anyOf(line(64)),
  /** By the name that is shown or the code that was sent; a browser with or without its version. */
  device: anyOf(line(128)),
  cause: anyOf(z.enum(Cause)),
  from: instant.optional(),
  to: instant.optional(),
});
export type SessionFilter = z.output<typeof SessionFilter>;

/** A page of a person's sessions, as a query string asks for it. */
export const SessionsQuery = PageQuery.extend(SessionFilter.shape).refine(
  ({ from, to }) => !from || !to || from < to,
  { path: ["to"], message: "must be after from" },
);
