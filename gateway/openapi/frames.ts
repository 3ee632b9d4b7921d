import { z } from "zod";
import { LogFrame } from "@/lib/logs/schema";
import { NoticeFrame } from "@/lib/notices/schema";
import {
  AliveFrame,
  FrameId,
  InteractionFrame,
  Listed,
  mostInteractions,
  StateFrame,
  SyncFrame,
} from "@/lib/seats/schema";
import { AgentState } from "@/prisma/generated/enums";
import { Current, ending, loggingFields, noticeFields } from "./answers";
import { AnyProblem } from "./problems";

const time = z.iso.datetime();
const Envelope = z.object({ id: FrameId });

Listed.register(z.globalRegistry, { id: "ListedInteraction" });

/** What an app sends, with the id that every frame carries. */
export const appFrames = {
  SyncFrame: Envelope.extend(SyncFrame.shape).meta({
    id: "SyncFrame",
    description:
      "Send it first after every connect: what the app holds to be true. The acknowledgement carries `current`, what Rollcall " +
      "holds to be true; go on with that. Without `state` and `interactions` it only asks: so does an app that was just started.",
  }),
  StateFrame: Envelope.extend(StateFrame.shape).meta({
    id: "StateFrame",
    description: "The agent's state, at every change.",
  }),
  InteractionFrame: Envelope.extend(InteractionFrame.shape).meta({
    id: "InteractionFrame",
    description:
      `A call, chat or e-mail, at every change of its phase. At most ${mostInteractions} are open at once. \`ended\`, \`held\` or ` +
      "`resumed` of one that cannot take it changes nothing and is acknowledged; `held` or `resumed` of one that Rollcall has " +
      "not heard of opens it. The same `interactionId` may start again after its end.",
  }),
  AliveFrame: Envelope.extend(AliveFrame.shape).meta({
    id: "AliveFrame",
    description:
      "A sign of life and nothing else, for an app whose WebSocket does not answer pings by itself.",
  }),
  AppNoticeFrame: Envelope.extend(NoticeFrame.shape).meta({
    id: "AppNoticeFrame",
    description:
      "What became of an update notice. Send `received` as soon as it came, the rest as it happens; each is stored once. " +
      "`acknowledged` of a mandatory one ends the session, once nothing is open in it: open the store then.",
  }),
  AppLogFrame: Envelope.extend(LogFrame.shape).meta({
    id: "AppLogFrame",
    description:
      "What became of a request for the app's log. Send `received` as soon as it came; `accepted` or `declined` when the agent has " +
      "answered, or `accepted` at once where `consent` is `tell`; `collecting` when it begins; `done` when all pieces are sent, with " +
      "their number; `failed`, with a `detail`, when the app cannot go on.",
  }),
};

export const AppFrame = z
  .discriminatedUnion("type", [
    appFrames.SyncFrame,
    appFrames.StateFrame,
    appFrames.InteractionFrame,
    appFrames.AliveFrame,
    appFrames.AppNoticeFrame,
    appFrames.AppLogFrame,
  ])
  .meta({ id: "AppFrame" });

export const Ack = z
  .strictObject({ type: z.literal("ack"), id: z.string(), current: Current.optional() })
  .meta({ id: "Ack", description: "The frame is stored. The answer to a `sync` carries `current`." });

export const Refused = z
  .strictObject({ type: z.literal("refused"), id: z.string().nullable(), problem: AnyProblem })
  .meta({
    id: "Refused",
    description: "The frame is not stored; `problem` says why. Send it again only after `internal`.",
  });

export const StateForced = z
  .strictObject({
    type: z.literal("state.forced"),
    state: z.enum(AgentState),
    reason: z.string().nullable(),
    by: z.string().nullable(),
    message: z.string(),
    at: time,
  })
  .meta({
    id: "StateForced",
    description:
      "Somebody, or a rule, set the agent's state. Take it over and show `message`; then answer with a `state` frame, of this state or of " +
      "the one that the agent chooses instead.",
  });

export const SessionEnded = z.strictObject({ type: z.literal("session.ended"), ...ending }).meta({
  id: "SessionEnded",
  description:
    "The session is over; the gateway closes the socket with 4001. Show `message` at once, whatever the app is doing.",
});

export const NoticeTold = z.strictObject({ type: z.literal("notice"), ...noticeFields }).meta({
  id: "NoticeTold",
  description:
    "An update notice, new or other than before: put it on the screen, or change it there. One that is open already comes " +
    "again after a connect; `noticeId` says that it is the same.",
});

export const NoticeWithdrawn = z
  .strictObject({ type: z.literal("notice.withdrawn"), noticeId: z.uuid() })
  .meta({ id: "NoticeWithdrawn", description: "Take the notice off the screen: it counts no more." });

export const Drain = z
  .strictObject({ type: z.literal("drain"), noticeId: z.uuid(), until: time.nullable() })
  .meta({
    id: "Drain",
    description:
      "A mandatory notice has come due while a call or chat is open. Take no new work; what is open may end. The `notice` that " +
      "comes with it says the same, and so does the answer to a `sync`.",
  });

export const LogStart = z.strictObject({ type: z.literal("log.start"), ...loggingFields }).meta({
  id: "LogStart",
  description:
    "An administrator asks for the app's log. Show `message`; where `consent` is `ask`, with the question whether it may. Then log " +
    "at `level` until `until` or `maxBytes`, show that it is on, and send it in pieces.",
});

export const LogStop = z.strictObject({ type: z.literal("log.stop"), requestId: z.uuid() }).meta({
  id: "LogStop",
  description: "The request is over or taken back: stop logging, and forget what was not sent.",
});

/** What the gateway sends; a frame of a type that an app does not know is to be passed over. */
export const gatewayFrames = {
  Ack,
  Refused,
  StateForced,
  NoticeTold,
  NoticeWithdrawn,
  Drain,
  LogStart,
  LogStop,
  SessionEnded,
};

export const Events = z.object({ events: z.array(AppFrame).min(1).max(32) }).meta({ id: "Events" });

export const Acks = z.strictObject({ acks: z.array(z.union([Ack, Refused])) }).meta({ id: "Acks" });
