"use client";

import { EndedScreen } from "./ended-screen";
import { ReplacedScreen } from "./replaced-screen";
import { SignInScreen } from "./sign-in-screen";
import { StartingScreen } from "./starting-screen";
import { useAgent } from "./use-agent";
import { useWorker } from "./use-worker";
import { WorkScreen } from "./work-screen";

export function AgentApp({ gatewayUrl }: { gatewayUrl: string }) {
  const { phase, agent } = useAgent(gatewayUrl);
  useWorker();

  if (!agent || phase.at === "starting")
    return (
      <StartingScreen gatewayUrl={gatewayUrl} unreachable={phase.at === "starting" && phase.unreachable} />
    );

  switch (phase.at) {
    case "signed-out":
      return <SignInScreen agent={agent} gatewayUrl={gatewayUrl} />;
    case "working":
      return <WorkScreen agent={agent} gatewayUrl={gatewayUrl} working={phase} />;
    case "ended":
      return <EndedScreen ended={phase.ended} update={phase.update} onAgain={agent.startAgain} />;
    case "replaced":
      return <ReplacedScreen onContinue={agent.continueHere} />;
  }
}
