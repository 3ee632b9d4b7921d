import { DesktopScreen } from "./desktop-screen";
import type { Working } from "./phase";
import { PhoneScreen } from "./phone-screen";
import type { Agent } from "./use-agent";
import { useResumedToast } from "./use-resumed-toast";
import { useWork } from "./use-work";

type WorkScreenProps = { agent: Agent; gatewayUrl: string; working: Working };

export function WorkScreen({ agent, gatewayUrl, working }: WorkScreenProps) {
  const work = useWork(agent, gatewayUrl);
  useResumedToast(working.lostAt);
  const Screen = working.reported.app === "Mobile" ? PhoneScreen : DesktopScreen;
  return <Screen working={working} work={work} />;
}
