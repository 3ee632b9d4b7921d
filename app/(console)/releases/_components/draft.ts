import type { z } from "zod";
import { notesFor } from "@/lib/releases/content";
import type { ReleaseDetails } from "@/lib/releases/details";
import type { CreateRelease, PreviewDraft } from "@/lib/releases/schema";
import type { Channel, Distribution, ReleaseKind, SignOutMode } from "@/prisma/generated/enums";
import { fromLocal } from "./local-time";

export type Named = { username: string; name: string };
export type ArtifactDraft = { os: string; arch: string; url: string; sha512: string; size: string };

/** A release as it is typed: texts, also for numbers, and for moments: as stored, or in the reader's zone once typed. */
export type Draft = {
  channel: Channel;
  kind: ReleaseKind;
  version: string;
  build: string;
  minimumOs: string;
  notes: string;
  distribution: Distribution;
  storeUrl: string;
  inStore: boolean;
  holdHours: string;
  artifacts: readonly ArtifactDraft[];
  stagePercent: string;
  teams: readonly string[];
  users: readonly Named[];
  excludeTeams: readonly string[];
  excludeUsers: readonly Named[];
  graceMinutes: string;
  mode: SignOutMode;
  wavePercent: string;
  waveMinutes: string;
  by: string;
  /** Empty: an interaction is waited for to its end. */
  hardLimitMinutes: string;
  publishAt: string;
  escalateAt: string;
  escalateGraceMinutes: string;
};

export const blank = (channel: Channel): Draft => ({
  channel,
  kind: "recommended",
  version: "",
  build: "",
  minimumOs: "",
  notes: "",
  distribution: channel === "desktop" ? "reload" : "store",
  storeUrl: "",
  inStore: false,
  holdHours: "0",
  artifacts: [],
  stagePercent: "100",
  teams: [],
  users: [],
  excludeTeams: [],
  excludeUsers: [],
  graceMinutes: "15",
  mode: "waves",
  wavePercent: "10",
  waveMinutes: "10",
  by: "",
  hardLimitMinutes: "120",
  publishAt: "",
  escalateAt: "",
  escalateGraceMinutes: "",
});

/** Mandatory from the start, or by itself later. */
export const signsOut = ({ kind, escalateAt }: Draft) => kind === "mandatory" || escalateAt !== "";

const textOf = (value: string | number | null) => (value === null ? "" : String(value));
const momentOf = (at: Date | null) => at?.toISOString() ?? "";

export const draftOf = (release: ReleaseDetails): Draft => ({
  channel: release.channel,
  kind: release.kind,
  version: release.version,
  build: textOf(release.build),
  minimumOs: textOf(release.minimumOs),
  notes: notesFor(release.notes, "en"),
  distribution: release.distribution,
  storeUrl: textOf(release.storeUrl),
  inStore: release.inStoreAt !== null,
  holdHours: textOf(release.holdHours),
  artifacts: release.artifacts.map((artifact) => ({ ...artifact, size: textOf(artifact.size) })),
  stagePercent: textOf(release.stagePercent),
  teams: release.teams,
  users: release.users,
  excludeTeams: release.excludeTeams,
  excludeUsers: release.excludeUsers,
  graceMinutes: textOf(release.graceMinutes),
  mode: release.signOutMode,
  wavePercent: textOf(release.wavePercent),
  waveMinutes: textOf(release.waveMinutes),
  by: momentOf(release.signOutBy),
  hardLimitMinutes: textOf(release.hardLimitMinutes),
  publishAt: momentOf(release.publishAt),
  escalateAt: momentOf(release.escalateAt),
  escalateGraceMinutes: textOf(release.escalateGraceMinutes),
});

/** Not a number where nothing or none was typed, so that it is refused and not taken for nought. */
const numberOf = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));
const orNull = (text: string) => text.trim() || null;
const usernames = (people: readonly Named[]) => people.map(({ username }) => username);

/** What of a draft says how people are signed out. */
export type SignOutDraft = Pick<
  Draft,
  "graceMinutes" | "hardLimitMinutes" | "mode" | "wavePercent" | "waveMinutes" | "by"
>;

const signOutOf = (draft: SignOutDraft, timeZone: string) => ({
  mode: draft.mode,
  wavePercent: draft.mode === "waves" ? numberOf(draft.wavePercent) : 10,
  waveMinutes: draft.mode === "waves" ? numberOf(draft.waveMinutes) : 10,
  by: draft.mode === "next_sign_out" ? fromLocal(draft.by, timeZone) : null,
});

const whenOf = ({ distribution, inStore, holdHours, publishAt }: Draft, timeZone: string) => ({
  inStore: distribution === "store" && inStore,
  holdHours: distribution === "store" ? numberOf(holdHours) : 0,
  publishAt: fromLocal(publishAt, timeZone),
});

const audienceOf = (draft: Draft) => ({
  stagePercent: numberOf(draft.stagePercent),
  teams: [...draft.teams],
  users: usernames(draft.users),
  excludeTeams: [...draft.excludeTeams],
  excludeUsers: usernames(draft.excludeUsers),
});

/** Texts in other languages came through the API, and stay. */
export type OtherNotes = Readonly<Record<string, string>>;

const graceOf = ({ escalateGraceMinutes }: Draft) =>
  escalateGraceMinutes.trim() === "" ? null : numberOf(escalateGraceMinutes);

export function inputOf(
  draft: Draft,
  timeZone: string,
  others: OtherNotes = {},
): z.input<typeof CreateRelease> {
  const escalates = draft.kind === "recommended" && draft.escalateAt !== "";
  return {
    channel: draft.channel,
    kind: draft.kind,
    version: draft.version,
    ...(draft.build.trim() !== "" && { build: draft.build }),
    minimumOs: orNull(draft.minimumOs),
    notes: Object.keys(others).length > 0 ? { ...others, en: draft.notes } : draft.notes,
    distribution: draft.distribution,
    storeUrl: draft.distribution === "reload" ? null : orNull(draft.storeUrl),
    ...whenOf(draft, timeZone),
    artifacts:
      draft.distribution === "download"
        ? draft.artifacts.map((artifact) => ({ ...artifact, size: numberOf(artifact.size) }))
        : [],
    ...audienceOf(draft),
    ...howSignedOut(draft, timeZone),
    escalateAt: escalates ? fromLocal(draft.escalateAt, timeZone) : null,
    escalateGraceMinutes: escalates ? graceOf(draft) : null,
  };
}

export const howSignedOut = (draft: SignOutDraft, timeZone: string) => ({
  graceMinutes: numberOf(draft.graceMinutes),
  signOut: signOutOf(draft, timeZone),
  hardLimitMinutes: draft.hardLimitMinutes.trim() === "" ? null : numberOf(draft.hardLimitMinutes),
});

type PreviewOf = {
  /** Null before it was saved. */
  id: string | null;
  timeZone: string;
  /** What it becomes, instead of what it is when it goes out. */
  escalated: boolean;
};

export function previewOf(
  draft: Draft,
  { id, timeZone, escalated }: PreviewOf,
): z.input<typeof PreviewDraft> {
  const escalateAt = escalated ? fromLocal(draft.escalateAt, timeZone) : null;
  return {
    id,
    channel: draft.channel,
    version: draft.version,
    build: orNull(draft.build),
    kind: draft.kind,
    minimumOs: orNull(draft.minimumOs),
    ...whenOf(draft, timeZone),
    ...audienceOf(draft),
    graceMinutes: numberOf(draft.graceMinutes),
    signOut: signOutOf(draft, timeZone),
    ...(escalateAt !== null && { escalation: { at: escalateAt, graceMinutes: graceOf(draft) } }),
  };
}
