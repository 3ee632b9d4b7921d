import { z } from "zod";
import { line, paragraph } from "@/lib/text";
import { versionKey } from "@/lib/versions/key";
import { parseVersion } from "@/lib/versions/parse";
import { Channel, Distribution, ReleaseKind } from "@/prisma/generated/enums";
import { Artifact, Counts } from "./content";
import { escalatesTooSoon, leadsNowhere } from "./faults";
import { parseMinimumOs } from "./os";

const names = z
  .array(line(256))
  .max(1000)
  .transform((given) => [...new Set(given)]);

const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((date) => date.getUTCFullYear() >= 2000 && date.getUTCFullYear() < 3000, "must be of our time");

const minutes = z.int().min(0).max(43_200);
const language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, "must be a language such as en or de-AT");
const notes = z.union([
  paragraph(4000),
  z.record(language, paragraph(4000)).refine((texts) => Object.keys(texts).length > 0, "must not be empty"),
]);

const web = z.url({ protocol: /^https?$/ }).max(2000);
/** Also an address that opens the store's own app. */
const link = z
  .url({ protocol: /^(https?|itms-apps|market|ms-windows-store)$/, error: "must be an address" })
  .max(2000);

export const Version = line(64)
  .transform(parseVersion)
  .refine(({ version }) => versionKey(version) !== null, "must be a version such as 2.18.0");

const fields = {
  version: Version,
  build: line(64).nullable(),
  kind: z.enum(ReleaseKind),
  notes,
  storeUrl: link.nullable(),
  minimumOs: line(64)
    .refine((text) => parseMinimumOs(text) !== null, "must be a version such as 16.0 or Windows 10")
    .nullable(),
  /** Somebody has seen that the store has it. */
  inStore: z.boolean(),
  /** Mandatory publishing waits for so many hours from then on. */
  holdHours: z.int().min(0).max(720),
  distribution: z.enum(Distribution),
  artifacts: z
    .array(
      z.strictObject({
        ...Artifact.shape,
        os: line(64),
        arch: line(64),
        url: web,
        sha512: z
          .string()
          .regex(/^([0-9a-f]{128}|[A-Za-z0-9+/]{86}==)$/i, "must be a SHA-512 in hex or base64"),
        size: z.int().min(1),
        edSignature: z.base64().max(256).optional(),
      }),
    )
    .max(50),
  stagePercent: z.number().min(0).max(100).multipleOf(0.01),
  /** Teams by name, people by username: offered it before any percentage. */
  teams: names,
  users: names,
  excludeTeams: names,
  excludeUsers: names,
  graceMinutes: minutes,
  signOut: z.strictObject({
    mode: z.enum(["waves", "at_once", "next_sign_out"]),
    wavePercent: z.int().min(1).max(100).default(10),
    waveMinutes: z.int().min(1).max(1440).default(10),
    /** The last date of `next_sign_out`. */
    by: instant.nullish(),
  }),
  hardLimitMinutes: z.int().min(0).max(10_080).nullable(),
  publishAt: instant.nullable(),
  escalateAt: instant.nullable(),
  /** Of an escalation: else the release's own. */
  escalateGraceMinutes: minutes.nullable(),
};
const everyField = z.strictObject(fields);
const partial = everyField.partial();
type Draft = z.output<typeof partial>;

/** What only holds of a whole draft; of a change, where it says enough to tell. */
function whole({ signOut, publishAt, escalateAt, ...destination }: Draft, context: z.RefinementCtx) {
  const wrong = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
  if (signOut?.mode === "next_sign_out" && !signOut.by)
    wrong(["signOut", "by"], "is required for next_sign_out");
  const early = escalatesTooSoon({ publishAt, escalateAt });
  if (early) wrong([early.path], early.message);
  const fault = leadsNowhere(destination);
  if (fault) wrong([fault.path], fault.message);
}

export const CreateRelease = partial
  .extend({ channel: z.enum(Channel), version: Version, kind: fields.kind, notes })
  .strict()
  .transform((given) => {
    const named = (given.teams?.length ?? 0) + (given.users?.length ?? 0) > 0;
    const artifacts = given.artifacts ?? [];
    const storeUrl = given.storeUrl ?? null;
    const desktop = artifacts.length > 0 || storeUrl !== null ? ("download" as const) : ("reload" as const);
    return {
      ...given,
      build: given.build ?? given.version.build,
      storeUrl,
      artifacts,
      minimumOs: given.minimumOs ?? null,
      inStore: given.inStore ?? false,
      holdHours: given.holdHours ?? 0,
      distribution: given.distribution ?? (given.channel === "desktop" ? desktop : ("store" as const)),
      // Who names people means these: a try before everybody.
      stagePercent: given.stagePercent ?? (named ? 0 : 100),
      teams: given.teams ?? [],
      users: given.users ?? [],
      excludeTeams: given.excludeTeams ?? [],
      excludeUsers: given.excludeUsers ?? [],
      graceMinutes: given.graceMinutes ?? 15,
      signOut: given.signOut ?? { mode: "waves" as const, wavePercent: 10, waveMinutes: 10 },
      hardLimitMinutes: given.hardLimitMinutes === undefined ? 120 : given.hardLimitMinutes,
      publishAt: given.publishAt ?? null,
      escalateAt: given.escalateAt ?? null,
      escalateGraceMinutes: given.escalateGraceMinutes ?? null,
    };
  })
  .superRefine(whole);
export type CreateRelease = z.output<typeof CreateRelease>;

export const ReleaseId = z.strictObject({ id: z.uuid() });
export type ReleaseId = z.output<typeof ReleaseId>;

/** Of a draft, or one that is scheduled. `revision`: the one that was seen, so that nobody's change is overwritten unseen. */
export const ChangeRelease = partial.extend({ revision: z.int().optional() }).strict().superRefine(whole);
export type ChangeRelease = z.output<typeof ChangeRelease>;

/** What the counts of a draft depend on, as it stands on somebody's screen, saved or not. */
export const PreviewDraft = everyField
  .pick({
    version: true,
    build: true,
    kind: true,
    minimumOs: true,
    inStore: true,
    holdHours: true,
    publishAt: true,
    stagePercent: true,
    teams: true,
    users: true,
    excludeTeams: true,
    excludeUsers: true,
    graceMinutes: true,
    signOut: true,
  })
  .extend({
    id: z.uuid().nullable(),
    channel: z.enum(Channel),
    /** Foresees what a recommended one becomes, and when. */
    escalation: z.strictObject({ at: instant, graceMinutes: minutes.nullable() }).optional(),
  })
  .strict();
export type PreviewDraft = z.output<typeof PreviewDraft>;

/** What is foreseen of one that is stored: without a moment, what happens now or at its time. */
export const PreviewQuery = z.strictObject({
  as: z.literal("mandatory").optional(),
  at: instant.optional(),
});

const reason = paragraph(500).optional();
/** What signs people out is named by hand, where it is a person who does it. */
const typedVersion = z.string().max(128).optional();
export const WithReason = z.strictObject({ reason });
export type WithReason = z.output<typeof WithReason> & ReleaseId;

/** For one that signs people out, from a screen: the version as it was typed, and the counts as they were frozen there. */
export const PublishRelease = z.strictObject({
  /** The one that was seen, so that nothing goes out unseen. */
  revision: z.int().optional(),
  reason,
  typedVersion,
  counts: Counts.optional(),
  /** Without waiting for its date; for the store it still waits. */
  atOnce: z.boolean().optional(),
});
export type PublishRelease = z.output<typeof PublishRelease> & ReleaseId;

const escalation = {
  /** Without one, now. */
  at: instant.optional(),
  /** Somebody has seen that the store has it. */
  inStore: fields.inStore.optional(),
  /** How people are signed out; what is not said stays as it was published. */
  graceMinutes: minutes.optional(),
  signOut: fields.signOut.optional(),
};

/** What is foreseen of making a recommended one mandatory. */
export const EscalationQuery = z.strictObject({ ...escalation, ...ReleaseId.shape }).superRefine(whole);
export type EscalationQuery = z.output<typeof EscalationQuery>;

const Escalation = z.strictObject({
  ...escalation,
  hardLimitMinutes: fields.hardLimitMinutes.optional(),
  typedVersion,
  counts: Counts.optional(),
  reason,
});
export const EscalateRelease = Escalation.superRefine(whole);
export type EscalateRelease = z.output<typeof EscalateRelease> & ReleaseId;

const wider = { percent: fields.stagePercent.optional(), teams: names.optional() };

/** What is foreseen of one that is out, if it were offered to more people. */
export const WiderQuery = z.strictObject(wider);
export type WiderQuery = z.output<typeof WiderQuery> & ReleaseId;

/** The version is typed for one that signs people out. */
export const WidenRelease = z.strictObject({
  ...wider,
  typedVersion,
  counts: Counts.optional(),
  reason,
});
export type WidenRelease = z.output<typeof WidenRelease> & ReleaseId;
