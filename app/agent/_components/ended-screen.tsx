import { LogOut } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Ended, Release } from "@/client/rollcall";
import { Button } from "@/components/ui/button";
import { DownloadList } from "./download-list";
import { largeButton } from "./large";
import { Moment } from "./moment";
import { NoticeScreen } from "./notice-screen";
import { StoreLink } from "./store-link";

type EndedScreenProps = { ended: Ended; update?: Release | undefined; onAgain: () => void };

export function EndedScreen({ ended, update, onAgain }: EndedScreenProps) {
  const t = useTranslations("agent.ended");
  return (
    <NoticeScreen
      icon={<LogOut />}
      title={t("title")}
      action={
        <div className="flex flex-col gap-2.5">
          {update && <StoreLink release={update} className={largeButton} />}
          {update && <DownloadList files={update.artifacts} className="mx-auto mb-3 w-fit max-w-full" />}
          <Button variant={update ? "secondary" : "primary"} className={largeButton} onClick={onAgain}>
            {t("again")}
          </Button>
        </div>
      }
    >
      <p>{ended.cause === "unknown-session" ? t("unknown-session") : ended.message}</p>
      {ended.at && (
        <p className="text-ink-2 text-md">
          <Moment at={ended.at} exact />
        </p>
      )}
    </NoticeScreen>
  );
}
