import type { Actor } from "@/lib/auth/actor";
import { parseVersion } from "@/lib/versions/parse";
import type { ReleaseKind } from "@/prisma/generated/enums";
import type { Counts } from "./content";
import type { ReleaseFacts } from "./facts";

// What has to be there before people are told to go to a store, or are signed out.

export const isInStore = ({ distribution, inStoreAt }: Pick<ReleaseFacts, "distribution" | "inStoreAt">) =>
  distribution !== "store" || inStoreAt !== null;

const hourMs = 3_600_000;

type Dates = Pick<ReleaseFacts, "kind" | "publishAt" | "inStoreAt" | "holdHours">;

/** When it may go out: at its time, a mandatory one not before its store has had it for a while. */
export function goesOutAt({ kind, publishAt, inStoreAt, holdHours }: Dates, now: Date): Date {
  const storeMs = kind === "mandatory" && inStoreAt ? inStoreAt.getTime() + holdHours * hourMs : 0;
  return new Date(Math.max(now.getTime(), publishAt?.getTime() ?? 0, storeMs));
}

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
