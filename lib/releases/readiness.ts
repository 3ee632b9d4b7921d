import type { Actor } from "@/lib/auth/actor";
import { parseVersion } from "@/lib/versions/parse";
import type { ReleaseKind } from "@/prisma/generated/enums";
import type { Counts } from "./content";
import type { ReleaseFacts } from "./facts";

// What has to be there before people are told to go to a store, or are signed out.

export const isInStore = ({ distribution, inStoreAt }: Pick<ReleaseFacts, "distribution" | "inStoreAt">) =>
  distribution !== "store" || inStoreAt !== null;

const hourMs = 3_600_000;

type Store = Pick<ReleaseFacts, "inStoreAt" | "holdHours">;

/** Not before its store has had it for a while. */
const heldMs = ({ inStoreAt, holdHours }: Store) =>
  inStoreAt ? inStoreAt.getTime() + holdHours * hourMs : 0;

/** When it may go out: at its time, a mandatory one when its store has had it for a while. */
export function goesOutAt(release: Store & Pick<ReleaseFacts, "kind" | "publishAt">, now: Date): Date {
  const { kind, publishAt } = release;
  const storeMs = kind === "mandatory" ? heldMs(release) : 0;
  return new Date(Math.max(now.getTime(), publishAt?.getTime() ?? 0, storeMs));
}

/** When a recommended one becomes mandatory that was to at a moment. */
export const turnsAt = (release: Store, at: Date) => new Date(Math.max(at.getTime(), heldMs(release)));

/** Somebody at a screen has seen what it would do; a program need not. */
export const isSeen = (actor: Actor, counts: Counts | undefined) => counts !== undefined || !isByHand(actor);

/** `2.18.0`, or however else it is written; with its build or without. */
export function isNamed({ version, build }: Pick<ReleaseFacts, "version" | "build">, typed: string) {
  const read = parseVersion(typed);
  return read.version === version && (read.build === null || read.build === build);
}

/** A person at a screen; a program has no dialog to type in. */
export const isByHand = (actor: Actor) => actor.kind === "person" && actor.tokenId === undefined;

/** Whether what signs people out was named, by whoever has to. */
export const isTyped = (
  actor: Actor,
  release: Pick<ReleaseFacts, "version" | "build">,
  typed: string | undefined,
) => (typed === undefined ? !isByHand(actor) : isNamed(release, typed));

/** A release that escalates by itself is confirmed as what it will be. */
export const kindConfirmed = ({
  kind,
  escalateAt,
}: Pick<ReleaseFacts, "kind" | "escalateAt">): ReleaseKind => (escalateAt ? "mandatory" : kind);

export const signOuts = ({ signedOutNow, afterInteraction }: Counts) => signedOutNow + afterInteraction;

/** More than a fifth above what somebody confirmed: it holds and asks. */
export const isFarMore = (now: Counts, confirmed: Counts) => signOuts(now) > signOuts(confirmed) * 1.2;
