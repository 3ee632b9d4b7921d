import { z } from "zod";
import type { Handled, Span, Stay } from "@/lib/agents/timeline";
import { AgentState, Cause } from "@/prisma/generated/enums";

const time = z.iso.datetime();
const interaction = {
  channel: z.enum(["voice", "chat", "email"]),
  direction: z.enum(["inbound", "outbound"]),
  service: z.string().nullable(),
};
const update = { version: z.string(), mandatory: z.boolean() };

/** What happened to an agent beside what the app wrote. */
const What = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("signed-in"), app: z.string(), device: z.string().nullable() }),
  z.object({ kind: z.literal("signed-out"), cause: z.enum(Cause).nullable(), lastSeen: z.boolean() }),
  /** From here on nobody knows the state: the app was out of touch. */
  z.object({ kind: z.literal("lost") }),
  z.object({
    kind: z.literal("state"),
    state: z.enum(AgentState),
    reason: z.string().nullable(),
    /** The app is in touch again. */
    back: z.boolean(),
  }),
  z.object({ kind: z.literal("began"), ...interaction }),
  z.object({ kind: z.literal("ended"), ...interaction }),
  z.object({ kind: z.literal("missed"), ...interaction }),
  /** So many others came before it: too many to be shown. */
  z.object({ kind: z.literal("left-out"), count: z.int() }),
  z.object({ kind: z.literal("told"), ...update }),
  z.object({ kind: z.literal("acknowledged"), ...update }),
]);
export type What = z.infer<typeof What>;

const Happening = z.object({ at: time, what: What });
export type Happening = z.infer<typeof Happening>;

/** The same at its place in a log: before the line of this number. */
export const Placed = Happening.extend({ before: z.number() });
export type Placed = z.infer<typeof Placed>;

/** Of a release, made for a session. */
type Notice = { version: string; mandatory: boolean; madeAt: string; acknowledgedAt: string | null };

type Done = {
  spans: readonly Span[];
  stays: readonly Stay[];
  handled: readonly Handled[];
  notices: readonly Notice[];
};

/** All of it as moments within a span of time, oldest first. */
export function happeningsIn(done: Done, { from, to }: { from: string; to: string }): Happening[] {
  // Of one moment: what a session leaves, its end, the next one, and what that begins with.
  return [
    ...done.handled.flatMap(ofHandled),
    ...done.notices.flatMap(ofNotice),
    ...done.stays.flatMap(ofEnd),
    ...done.stays.map(ofBegin),
    ...done.spans.map((span, at) => ofSpan(span, done.spans[at - 1])),
  ]
    .filter(({ at }) => at >= from && at <= to)
    .toSorted((a, b) => a.at.localeCompare(b.at));
}

/** The newest of them, which are looked for first, behind how many older ones there are. */
export function newestOf(all: readonly Happening[], most: number): readonly Happening[] {
  const kept = all.slice(-most);
  const [first] = kept;
  const count = all.length - kept.length;
  return first && count > 0 ? [{ at: first.at, what: { kind: "left-out", count } }, ...kept] : kept;
}

const ofBegin = ({ from, app, device }: Stay): Happening => ({
  at: from,
  what: { kind: "signed-in", app, device },
});

const ofEnd = ({ to, cause, lastSeen }: Stay) => until(to, { kind: "signed-out", cause, lastSeen });

function ofSpan({ from, state, reason }: Span, before: Span | undefined): Happening {
  if (state === null) return { at: from, what: { kind: "lost" } };
  return { at: from, what: { kind: "state", state, reason, back: before?.state === null } };
}

function ofHandled({ from, to, missed, channel, direction, service }: Handled): Happening[] {
  const what = { channel, direction, service };
  if (missed) return [{ at: from, what: { kind: "missed", ...what } }];
  return [{ at: from, what: { kind: "began", ...what } }, ...until(to, { kind: "ended", ...what })];
}

const ofNotice = ({ version, mandatory, madeAt, acknowledgedAt }: Notice): Happening[] => [
  { at: madeAt, what: { kind: "told", version, mandatory } },
  ...until(acknowledgedAt, { kind: "acknowledged", version, mandatory }),
];

/** What has not come yet is not told. */
const until = (at: string | null, what: What): Happening[] => (at === null ? [] : [{ at, what }]);
