import { useTranslations } from "use-intl";
import type { Notice } from "@/client/rollcall";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Countdown } from "./countdown";
import { DownloadList } from "./download-list";
import { downloadsOf } from "./downloads";
import type { Working } from "./phase";
import { ReleaseNotes } from "./release-notes";
import { StoreLink, StoreLinkOrReload } from "./store-link";
import type { Work } from "./use-work";

type UpdateNoticeProps = { notice: Notice; working: Working; work: Work; className: string };

/** A recommended update can wait; a mandatory one counts down, and waits for what is open. */
export function UpdateNotice({ notice, working, work, className }: UpdateNoticeProps) {
  const { noticeId, kind, message, release, signOutAt, draining } = notice;
  const Actions = kind === "mandatory" ? MandatoryActions : RecommendedActions;
  const busy = isBusy(working);
  const waits = busy ? (draining ? "at-latest" : "from") : undefined;
  const downloads = kind === "mandatory" && busy ? [] : downloadsOf(release, working.reported.details.osName);
  function openDownload() {
    work.notice(noticeId, "store_opened");
    if (kind === "mandatory") work.notice(noticeId, "acknowledged");
  }
  return (
    <Alert
      live
      tone={kind === "mandatory" ? "warn" : "notice"}
      title={message}
      className={className}
      action={<Actions notice={notice} working={working} work={work} />}
    >
      <ReleaseNotes notes={release.notes} />
      <DownloadList files={downloads} className="my-2" onOpen={openDownload} />
      {signOutAt && <Countdown until={signOutAt} nowMs={working.heardMs} waits={waits} />}
    </Alert>
  );
}

/** On a call or in a chat, which a sign-out waits for. */
const isBusy = ({ session }: Working) =>
  session.interactions.some(({ phase, channel }) => phase !== "offered" && channel !== "email");

type ActionsProps = Omit<UpdateNoticeProps, "className">;

function RecommendedActions({ notice: { noticeId, release }, work }: ActionsProps) {
  const t = useTranslations("agent.update");
  return (
    <>
      <Button variant="ghost" onClick={() => work.notice(noticeId, "later")}>
        {t("later")}
      </Button>
      <StoreLinkOrReload release={release} onOpen={() => work.notice(noticeId, "store_opened")} />
    </>
  );
}

function MandatoryActions({
  notice: { noticeId, release, distribution, minimumOs, draining },
  working,
  work,
}: ActionsProps) {
  const t = useTranslations("agent.update");
  const busy = isBusy(working);
  // Nothing is left to choose where it is not theirs to install, nor while its end is awaited.
  if (distribution === "package" || minimumOs !== null || (draining && busy)) return null;
  const acknowledge = () => work.notice(noticeId, "acknowledged");
  // Whoever opens one of the files acknowledges it.
  if (!busy && downloadsOf(release, "").length > 0) return null;
  if (busy || !release.storeUrl) return <Button onClick={acknowledge}>{t(busy ? "after" : "now")}</Button>;
  function openStore() {
    work.notice(noticeId, "store_opened");
    acknowledge();
  }
  return (
    <StoreLink release={release} onOpen={openStore}>
      {t("now")}
    </StoreLink>
  );
}
