import { z } from "zod";
import { Artifacts, Counts, Notes } from "@/lib/releases/content";
import { funnelSteps } from "@/lib/releases/funnel";
import type { Delivery as DeliveryRow, ReleaseDetails, ReleaseRow } from "@/lib/releases/queries";
import { deviceLabel } from "@/lib/sessions/device-names";
import { appLabel, osLabel } from "@/lib/sessions/labels";
import { versionLabel } from "@/lib/versions/label";
import {
  Channel,
  Distribution,
  NoticeEnd,
  ReleaseKind,
  ReleaseStatus,
  SignOutMode,
} from "@/prisma/generated/enums";

const time = z.iso.datetime();

const shape = {
  id: z.uuid(),
  channel: z.enum(Channel),
  version: z.string(),
  build: z.string().nullable(),
  label: z.string(),
  kind: z.enum(ReleaseKind),
  status: z.enum(ReleaseStatus),
  notes: Notes,
  distribution: z.enum(Distribution),
  storeUrl: z.string().nullable(),
  minimumOs: z.string().nullable(),
  artifacts: Artifacts,
  inStore: z.boolean(),
  holdHours: z.int(),
  stagePercent: z.number(),
  teams: z.array(z.string()),
  users: z.array(z.string()),
  excludeTeams: z.array(z.string()),
  excludeUsers: z.array(z.string()),
  graceMinutes: z.int(),
  signOut: z.strictObject({
    mode: z.enum(SignOutMode),
    wavePercent: z.int(),
    waveMinutes: z.int(),
    by: time.nullable(),
  }),
  hardLimitMinutes: z.int().nullable(),
  publishAt: time.nullable(),
  escalateAt: time.nullable(),
  escalateGraceMinutes: z.int().nullable(),
  confirmed: Counts.nullable(),
  held: z.strictObject({ at: time, counts: Counts }).nullable(),
  createdAt: time,
  publishedAt: time.nullable(),
  withdrawnAt: time.nullable(),
  revision: z.int(),
};

export const ListedRelease = z.strictObject(shape).meta({ id: "ListedRelease" });

const funnel = Object.fromEntries(funnelSteps.map((step) => [step, z.int()])) as Record<
  (typeof funnelSteps)[number],
  z.ZodInt
>;

export const Release = z.strictObject({ ...shape, funnel: z.strictObject(funnel) }).meta({ id: "Release" });

export const iso = (date: Date | null) => date?.toISOString() ?? null;

export const listedReleaseJson = (release: ReleaseRow): z.input<typeof ListedRelease> => ({
  id: release.id,
  channel: release.channel,
  version: release.version,
  build: release.build,
  label: versionLabel(release.version, release.build),
  kind: release.kind,
  status: release.status,
  notes: release.notes,
  distribution: release.distribution,
  storeUrl: release.storeUrl,
  minimumOs: release.minimumOs,
  artifacts: release.artifacts,
  inStore: release.inStoreAt !== null,
  holdHours: release.holdHours,
  stagePercent: release.stagePercent,
  teams: release.teams,
  users: release.users,
  excludeTeams: release.excludeTeams,
  excludeUsers: release.excludeUsers,
  graceMinutes: release.graceMinutes,
  signOut: {
    mode: release.signOutMode,
    wavePercent: release.wavePercent,
    waveMinutes: release.waveMinutes,
    by: iso(release.signOutBy),
  },
  hardLimitMinutes: release.hardLimitMinutes,
  publishAt: iso(release.publishAt),
  escalateAt: iso(release.escalateAt),
  escalateGraceMinutes: release.escalateGraceMinutes,
  confirmed: release.confirmed,
  held: release.held,
  createdAt: release.createdAt.toISOString(),
  publishedAt: iso(release.publishedAt),
  withdrawnAt: iso(release.withdrawnAt),
  revision: release.revision,
});

export const releaseJson = (release: ReleaseDetails): z.input<typeof Release> => ({
  ...listedReleaseJson(release),
  funnel: release.funnel,
});

export const Preview = z
  .strictObject({
    ...Counts.shape,
    countedAt: time,
    /** The moment that was foreseen. */
    at: time,
    /** Whoever has no connection hears of a recommended one only then. */
    quietUntil: time.nullable(),
    firstSignOutAt: time.nullable(),
    lastSignOutAt: time.nullable(),
    /** Until when IT installs it, of the teams on package deployment: each has a date. */
    firstPackagedUntil: time.nullable(),
    lastPackagedUntil: time.nullable(),
  })
  .meta({ id: "Preview" });

export const Delivery = z
  .strictObject({
    noticeId: z.uuid(),
    sessionId: z.uuid(),
    username: z.string(),
    name: z.string(),
    team: z.string(),
    appLabel: z.string(),
    os: z.string().nullable(),
    device: z.string().nullable(),
    kind: z.enum(ReleaseKind),
    packaged: z.boolean(),
    madeAt: time,
    signOutAt: time.nullable(),
    wave: z.int().nullable(),
    deliveredAt: time.nullable(),
    seenAt: time.nullable(),
    acknowledgedAt: time.nullable(),
    storeOpenedAt: time.nullable(),
    laterAt: time.nullable(),
    updatedAt: time.nullable(),
    closedAt: time.nullable(),
    closedWhy: z.enum(NoticeEnd).nullable(),
  })
  .meta({ id: "Delivery" });

export const deliveryJson = ({ user, session, ...notice }: DeliveryRow): z.input<typeof Delivery> => ({
  noticeId: notice.id,
  sessionId: notice.sessionId,
  username: user.username,
  name: user.name,
  team: user.team.name,
  appLabel: appLabel(session),
  os: osLabel(session),
  device: deviceLabel(session),
  kind: notice.kind,
  packaged: notice.packaged,
  madeAt: notice.madeAt.toISOString(),
  signOutAt: iso(notice.signOutAt),
  wave: notice.wave,
  deliveredAt: iso(notice.deliveredAt),
  seenAt: iso(notice.seenAt),
  acknowledgedAt: iso(notice.acknowledgedAt),
  storeOpenedAt: iso(notice.storeOpenedAt),
  laterAt: iso(notice.laterAt),
  updatedAt: iso(notice.updatedAt),
  closedAt: iso(notice.closedAt),
  closedWhy: notice.closedWhy,
});
