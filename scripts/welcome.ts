import { centreOf, type DemoRecord } from "@/demo/record";

const dayMs = 86_400_000;

/** Says how old the demo is, and through whose eyes to look at it. */
export function welcome(record: DemoRecord, consoleUrl: string): string {
  const madeMs = Date.parse(record.madeAt ?? "");
  const { guides, teams } = centreOf(record, madeMs);
  const age = Math.floor((Date.now() - madeMs) / dayMs);
  const made = new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(-age, "day");
  const of = guides.supervisor.supervises.map(({ name }) => name).join(" and ");
  return [
    "",
    `${record.agents} agents in ${teams.length} teams, two months of history, made ${made}`,
    "(npm run demo -- --fresh makes it anew, up to now).",
    "",
    `Sign in at ${consoleUrl}; everybody's password is ${record.password}`,
    `  administrator   ${guides.administrator.username}`,
    `  supervisor      ${guides.supervisor.username}, of ${of}`,
    `  report builder  ${guides.analyst.username}`,
    `  agent           ${guides.agent.username}, at ${consoleUrl}/agent`,
  ].join("\n");
}
