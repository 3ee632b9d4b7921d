import { agentColumns } from "@/lib/agents/columns";
import { AgentList } from "@/lib/agents/schema";
import { arranged } from "@/lib/reports/layout";
import { readCatalogue } from "@/lib/reports/queries";
import type { Catalogue } from "./reconcile";
import type { LayoutSubject } from "./schema";

// Who is looked for is of the moment.
const apart = ["sort", "group", "search"];

const agents: Catalogue = {
  columns: agentColumns,
  filters: Object.keys(AgentList.shape).filter((key) => !apart.includes(key)),
  groups: ["team"],
};

const catalogues: Record<LayoutSubject, () => Promise<Catalogue>> = {
  agents: async () => agents,
  "login-logout": async () => arranged(await readCatalogue()),
};

/** What a subject has now for layouts to name. */
export const catalogueFor = (subject: LayoutSubject) => catalogues[subject]();
