import { AppWindow } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { largeButton } from "./large";
import { NoticeScreen } from "./notice-screen";

export function ReplacedScreen({ onContinue }: { onContinue: () => void }) {
  const t = useTranslations("agent.replaced");
  return (
    <NoticeScreen
      icon={<AppWindow />}
      title={t("title")}
      action={
        <Button variant="primary" className={largeButton} onClick={onContinue}>
          {t("continue")}
        </Button>
      }
    >
      <p className="text-ink-2">{t("text")}</p>
    </NoticeScreen>
  );
}
