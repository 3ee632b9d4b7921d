import { PageHeader } from "@/components/shell/page-header";
import { type Actor, can } from "@/lib/auth/actor";
import { adoptionOf } from "@/lib/releases/adoption";
import type { ReleaseDetails } from "@/lib/releases/details";
import { releaseFunnel } from "@/lib/releases/funnel";
import { releaseHistory } from "@/lib/releases/history";
import { previewRelease } from "@/lib/releases/preview";
import { isFarMore, signOuts, turnsAt } from "@/lib/releases/readiness";
import { teamNames } from "@/lib/teams/queries";
import { versionLabel } from "@/lib/versions/label";
import { textsOf } from "../../../../_edges/texts";
import { RefreshOnNews } from "../../../_components/refresh-on-news";
import { draftOf } from "../../_components/draft";
import { ReleaseStatusBadge } from "../../_components/release-status";
import { AdoptionCard } from "./adoption-card";
import { FunnelCard } from "./funnel-card";
import { HeldAlert, HeldEscalation } from "./held-alert";
import { HistoryCard } from "./history-card";
import { NowCard } from "./now-card";
import { ReleaseFactsCard } from "./release-facts-card";
import { ReleaseSteps } from "./release-steps";

const channelName = textsOf("release.channel");

type Props = { actor: Actor; release: ReleaseDetails; timeZone: string };

/** A release that is out, was, or will be: what it is, and what it does now. */
export async function ReleaseView({ actor, release, timeZone }: Props) {
  const { id, channel, version, build, status, stagePercent, held } = release;
  const [preview, funnel, history, series, teams] = await Promise.all([
    previewRelease(actor, { id }),
    releaseFunnel(actor, { id }),
    releaseHistory(actor, { id }),
    adoptionOf(actor, { channel, timeZone }),
    teamNames(actor),
  ]);
  const name = versionLabel(version, build);
  const { confirmed, kind, revision } = release;
  const words = {
    channel,
    kind,
    version: versionLabel(version, null),
    name,
    graceMinutes: release.graceMinutes,
    escalateGraceMinutes: release.escalateGraceMinutes ?? release.graceMinutes,
    hardLimitMinutes: release.hardLimitMinutes,
    minimumOs: release.minimumOs ?? "",
    escalatesAt:
      kind === "recommended" && release.escalateAt
        ? turnsAt(release, release.escalateAt).toISOString()
        : null,
  };
  const turns = held === null && (status === "published" || status === "scheduled");
  const becomes =
    turns && words.escalatesAt !== null
      ? await previewRelease(actor, { id, as: "mandatory", at: new Date(words.escalatesAt) })
      : null;
  const draft = draftOf({ ...release, graceMinutes: words.escalateGraceMinutes });
  const escalated = { id, name, draft };
  return (
    <>
      <RefreshOnNews everyMs={5000} />
      <PageHeader
        title={`${channelName(channel)} ${name}`}
        status={<ReleaseStatusBadge release={{ status, stagePercent, held: held !== null }} />}
        actions={
          can(actor, "releases:publish") &&
          preview.ok && (
            <ReleaseSteps
              release={{
                ...escalated,
                ...{ revision, status, stagePercent, kind, held: held !== null, teams: release.teams },
              }}
              counted={preview.value}
              words={words}
              teams={teams}
              timeZone={timeZone}
            />
          )
        }
      />
      {held && confirmed && status === "scheduled" && (
        <HeldAlert
          id={id}
          revision={revision}
          name={name}
          words={words}
          was={signOuts(confirmed)}
          is={signOuts(held.counts)}
        />
      )}
      {held && confirmed && status === "published" && (
        <HeldEscalation
          release={escalated}
          words={words}
          timeZone={timeZone}
          wasPaused={!isFarMore(held.counts, confirmed)}
          was={signOuts(confirmed)}
          is={signOuts(held.counts)}
        />
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_19rem] xl:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {funnel.ok && release.publishedAt && (
            <FunnelCard id={id} funnel={funnel.value} mandatory={kind === "mandatory"} />
          )}
          <AdoptionCard channel={channel} series={series} />
          <ReleaseFactsCard release={release} />
          <HistoryCard entries={history} now={release.now.toISOString()} />
        </div>
        {preview.ok && status !== "withdrawn" && (
          <NowCard
            id={id}
            counted={preview.value}
            becomes={becomes?.ok ? becomes.value : null}
            words={words}
            out={status !== "scheduled"}
          />
        )}
      </div>
    </>
  );
}
