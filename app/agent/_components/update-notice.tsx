import { useTranslations } from "use-intl";
import type { Notice } from "@/client/rollcall";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Countdown } from "./countdown";
import type { Working } from "./phase";
import { StoreLink } from "./store-link";
import type { Work } from "./use-work";

type UpdateNoticeProps = { notice: Notice; working: Working; work: Work; className: string };

/** A recommended update can wait; a mandatory one counts down, and waits for what is open. */
export function UpdateNotice({ notice, working, work, className }: UpdateNoticeProps) {
  const { kind, message, release, signOutAt } = notice;
  const Actions = kind === "mandatory" ? MandatoryActions : RecommendedActions;
  return (
    <Alert
      live
      tone={kind === "mandatory" ? "warn" : "notice"}
      title={message}
      className={className}
      action={<Actions notice={notice} working={working} work={work} />}
    >
      <p className="whitespace-pre-line">{release.notes}</p>
      {signOutAt && <Countdown until={signOutAt} nowMs={working.heardMs} />}
    </Alert>
  );
}

type ActionsProps = Omit<UpdateNoticeProps, "className">;

function RecommendedActions({ notice: { noticeId, release }, work }: ActionsProps) {
  const t = useTranslations("agent.update");
  return (
    <>
      <Button variant="ghost" onClick={() => work.notice(noticeId, "later")}>
        {t("later")}
      </Button>
      <StoreLink release={release} onOpen={() => work.notice(noticeId, "store_opened")} />
    </>
  );
}

function MandatoryActions({ notice: { noticeId, release, distribution }, working, work }: ActionsProps) {
  const t = useTranslations("agent.update");
  if (distribution === "package") return null;
  const acknowledge = () => work.notice(noticeId, "acknowledged");
  const busy = working.session.interactions.some(
    ({ phase, channel }) => phase !== "offered" && channel !== "email",
  );
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
