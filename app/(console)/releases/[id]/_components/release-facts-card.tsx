import { Card, CardHeader } from "@/components/ui/card";
import { type FactItem, FactNote, Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { notesFor } from "@/lib/releases/content";
import type { ReleaseDetails } from "@/lib/releases/details";
import { turnsAt } from "@/lib/releases/readiness";
import { texts, textsOf } from "../../../../_edges/texts";
import { Moment } from "../../../_components/moment";
import { ReleaseFiles } from "./release-files";

const t = textsOf("release.facts");
const form = textsOf("release.form");

/** What was decided about a release. */
export function ReleaseFactsCard({ release }: { release: ReleaseDetails }) {
  return (
    <Card>
      <CardHeader className="mb-3" title={t("title")} />
      <p className="mb-4 max-w-[70ch] whitespace-pre-line [overflow-wrap:anywhere]">
        {notesFor(release.notes, "en")}
      </p>
      <Facts
        items={[
          ...courseFacts(release),
          ...deliveryFacts(release),
          ...audienceFacts(release),
          ...signOutFacts(release),
        ]}
      />
    </Card>
  );
}

function courseFacts(release: ReleaseDetails): FactItem[] {
  const now = release.now.toISOString();
  const at = (moment: Date) => <Moment at={moment.toISOString()} now={now} />;
  const { publishedAt, publishAt, withdrawnAt, escalateAt, publishedBy } = release;
  const by = publishedBy === null ? null : <FactNote>{t("by", { name: publishedBy })}</FactNote>;
  return [
    { label: t("kind"), value: texts(`releases.kind.${release.kind}`) },
    publishedAt && {
      label: t("published"),
      value: (
        <>
          {at(publishedAt)} {by}
        </>
      ),
    },
    !publishedAt &&
      publishAt && {
        label: t("goes-out"),
        value: (
          <>
            {at(publishAt)} {by}
          </>
        ),
      },
    withdrawnAt && { label: t("withdrawn"), value: at(withdrawnAt) },
    escalateAt && { label: t("mandatory-from"), value: at(turnsAt(release, escalateAt)) },
  ].filter((item) => item !== false && item !== null);
}

/** How people get it, and on what it runs. */
function deliveryFacts(release: ReleaseDetails): FactItem[] {
  const { distribution, storeUrl, artifacts, inStoreAt, holdHours } = release;
  const store = distribution === "store";
  return [
    { label: form("distribution"), value: form(`way.${distribution}`) },
    storeUrl !== null && {
      label: form(store ? "store-link" : "download-link"),
      value: (
        <Link href={storeUrl} className="break-all font-mono font-normal text-accent text-xs hover:underline">
          {storeUrl}
        </Link>
      ),
    },
    artifacts.length > 0 && { label: form("artifacts"), value: <ReleaseFiles artifacts={artifacts} /> },
    store &&
      inStoreAt && {
        label: t("in-store"),
        value: <Moment at={inStoreAt.toISOString()} now={release.now.toISOString()} />,
      },
    store && holdHours > 0 && { label: t("mandatory-waits"), value: t("hold", { hours: holdHours }) },
    release.minimumOs !== null && { label: form(`minimum-os.${release.channel}`), value: release.minimumOs },
  ].filter((item) => item !== false && item !== null);
}

function audienceFacts(release: ReleaseDetails): FactItem[] {
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(", ");
  const { teams, users, excludeTeams, excludeUsers } = release;
  const named = [...teams, names(users)].filter(Boolean).join(", ");
  const left = [...excludeTeams, names(excludeUsers)].filter(Boolean).join(", ");
  return [
    { label: t("who"), value: t("share", { percent: release.stagePercent }) },
    ...(named ? [{ label: t("named"), value: named }] : []),
    ...(left ? [{ label: t("never"), value: left }] : []),
  ];
}

function signOutFacts(release: ReleaseDetails): FactItem[] {
  if (release.kind !== "mandatory" && release.escalateAt === null) return [];
  const { signOut, hardLimitMinutes: limit, graceMinutes } = release;
  const mode = form(`mode-name.${signOut.mode}`);
  return [
    { label: form("grace"), value: t("minutes", { minutes: graceMinutes }) },
    { label: t("interactions"), value: limit === null ? t("no-limit") : t("limit", { minutes: limit }) },
    {
      label: form("mode"),
      value:
        signOut.mode === "waves" ? (
          t("waves", { percent: signOut.wavePercent, minutes: signOut.waveMinutes })
        ) : signOut.mode === "next_sign_out" ? (
          <>
            {mode} <Moment at={signOut.by.toISOString()} now={release.now.toISOString()} />
          </>
        ) : (
          mode
        ),
    },
  ];
}
