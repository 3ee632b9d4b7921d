import { LogOut } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Ended } from "@/client/rollcall";
import { Button } from "@/components/ui/button";
import { largeButton } from "./large";
import { Moment } from "./moment";
import { NoticeScreen } from "./notice-screen";

export function EndedScreen({ ended, onAgain }: { ended: Ended; onAgain: () => void }) {
  const t = useTranslations("agent.ended");
  return (
    <NoticeScreen
      icon={<LogOut />}
      title={t("title")}
      action={
        <Button variant="primary" className={largeButton} onClick={onAgain}>
          {t("again")}
        </Button>
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
