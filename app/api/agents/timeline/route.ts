import { consoleRoute } from "@/app/_edges/console-route";
import { agentTimeline } from "@/lib/agents/history";
import { AgentDay } from "@/lib/agents/schema";

/** What one agent did on a day. */
export const GET = consoleRoute(AgentDay, agentTimeline);
