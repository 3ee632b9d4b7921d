import { useTranslations } from "use-intl";
import { ToastProvider } from "@/components/ui/toast";
import { DesktopScreen } from "./desktop-screen";
import type { Working } from "./phase";
import { PhoneScreen } from "./phone-screen";
import type { Agent } from "./use-agent";
import { useResumedToast } from "./use-resumed-toast";
import { useWork } from "./use-work";

type WorkScreenProps = { agent: Agent; gatewayUrl: string; working: Working };

export function WorkScreen(props: WorkScreenProps) {
  const t = useTranslations("agent.work");
  const close = useTranslations("ui")("close");
  // Its own, so that what was told of a session goes with it.
  return (
    <ToastProvider closeLabel={close} label={t("notices")}>
      <Screen {...props} />
    </ToastProvider>
  );
}

function Screen({ agent, gatewayUrl, working }: WorkScreenProps) {
  const work = useWork(agent, gatewayUrl);
  useResumedToast(working.lostAt);
  const Shown = working.reported.app === "Mobile" ? PhoneScreen : DesktopScreen;
  return <Shown working={working} work={work} />;
}
