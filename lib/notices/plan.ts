import type { Decision } from "@/lib/releases/policy";
import type { NoticeEnd, ReleaseKind } from "@/prisma/generated/enums";

/** What a session is to be told. */
export type Wanted = {
  releaseId: string;
  /** What is to be installed; null where nothing that is required runs on the system. */
  installId: string | null;
  kind: ReleaseKind;
  packaged: boolean;
  signOutAt: Date | null;
  wave: number | null;
};

/** What it has been told, and stands on its screen. */
export type OpenNotice = Wanted & { id: string };

type Of = { id: string };

/** The notice that a decision asks for; null where its person is told nothing. */
export function wantedNotice(decision: Decision<Of>): Wanted | null {
  switch (decision.status) {
    case "current":
      return null;
    case "recommended":
      return decision.packaged ? null : recommended(decision.release.id);
    case "unknown-version":
      return decision.warns && !decision.packaged && decision.release
        ? recommended(decision.release.id)
        : null;
    case "mandatory":
    case "os-too-old":
      return {
        releaseId: decision.because.id,
        installId: decision.status === "mandatory" ? decision.release.id : null,
        kind: "mandatory",
        packaged: decision.packaged,
        signOutAt: decision.due,
        wave: decision.wave,
      };
  }
}

const recommended = (id: string): Wanted => ({
  releaseId: id,
  installId: id,
  kind: "recommended",
  packaged: false,
  signOutAt: null,
  wave: null,
});

export type Plan = {
  close: { id: string; why: NoticeEnd }[];
  /** What is installed may be a newer one by now; IT's date may have moved. */
  change: { id: string; installId: string | null; signOutAt: Date | null }[];
  make: Wanted | null;
};

type Standing = {
  open: readonly OpenNotice[];
  wanted: Wanted | null;
  /** Whether this person has seen the recommended release since it was last reminded of: nobody is told twice. */
  seen: (releaseId: string) => boolean;
  isWithdrawn: (releaseId: string) => boolean;
};

/**
 * What becomes of a session's notices. A sign-out, once told, moves for package deployment alone; who is to install it from now on
 * is told anew.
 */
export function planNotices({ open, wanted, seen, isWithdrawn }: Standing): Plan {
  const kept = open.find(
    (notice) =>
      notice.releaseId === wanted?.releaseId &&
      notice.kind === wanted.kind &&
      notice.packaged === wanted.packaged,
  );
  const plan: Plan = { close: [], change: [], make: null };
  for (const notice of open) {
    if (notice === kept) continue;
    const why = isWithdrawn(notice.releaseId) ? "withdrawn" : wanted ? "superseded" : "not_owed";
    plan.close.push({ id: notice.id, why });
  }
  if (kept && wanted) {
    const signOutAt = wanted.packaged ? wanted.signOutAt : kept.signOutAt;
    const moved = signOutAt?.getTime() !== kept.signOutAt?.getTime();
    if (moved || wanted.installId !== kept.installId)
      plan.change.push({ id: kept.id, installId: wanted.installId, signOutAt });
  } else if (wanted && !(wanted.kind === "recommended" && seen(wanted.releaseId))) plan.make = wanted;
  return plan;
}
