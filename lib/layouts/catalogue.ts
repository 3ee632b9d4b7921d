import { agentColumns } from "@/lib/agents/columns";
import { AgentList } from "@/lib/agents/schema";
import { db, type Tx } from "@/lib/db";
import { arranged, layoutFaults } from "@/lib/reports/layout";
import { readCatalogue } from "@/lib/reports/queries";
import type { Faults } from "@/lib/result";
import { type Content, misreadIn, readContent, stockContent } from "./content";
import { type Catalogue, reconcile, unknownIn } from "./reconcile";
import type { LayoutSubject } from "./schema";

type Fault = Faults["errors"][number];

/** What a subject has at present, and what it would not take of a content that names nothing else. */
type Present = { catalogue: Catalogue; refuses: (content: Content) => Fault[] };

// Who is looked for is of the moment.
const apart = ["sort", "group", "search"];

const agents: Present = {
  catalogue: {
    columns: agentColumns,
    filters: Object.keys(AgentList.shape).filter((key) => !apart.includes(key)),
    groups: ["team"],
  },
  // It passes over whatever it cannot filter by.
  refuses: () => [],
};

async function loginLogout(tx: Tx): Promise<Present> {
  const columns = await readCatalogue(tx);
  return { catalogue: arranged(columns), refuses: (content) => layoutFaults(content, columns) };
}

const presents: Record<LayoutSubject, (tx: Tx) => Promise<Present>> = {
  agents: async () => agents,
  "login-logout": loginLogout,
};

/** What a subject has at present for layouts to name. */
export const catalogueFor = async (subject: LayoutSubject) => (await presents[subject](db)).catalogue;

/** What is wrong with a content, by the parts of it. */
export async function faultsIn(tx: Tx, subject: LayoutSubject, content: Content): Promise<Fault[]> {
  const { catalogue, refuses } = await presents[subject](tx);
  const unknown = unknownIn(content, catalogue).map(({ path, name }) => ({
    path,
    message: `there is no ${name} here`,
  }));
  return unknown.length > 0 ? unknown : refuses(content);
}

/**
 * Fits contents that were stored to what there is at present, and names what that leaves out, columns or whole parts: to be
 * told to whoever opens one.
 */
export async function fitterFor(subject: LayoutSubject) {
  const { catalogue, refuses } = await presents[subject](db);
  return (stored: unknown): { content: Content; gone: string[] } => {
    const written = readContent(stored);
    const known = reconcile(written, catalogue);
    const refused = new Set(refuses(known).map(({ path }) => path));
    const filters = Object.entries(known.filters).filter(([name]) => !refused.has(`filters.${name}`));
    const fitting = { ...known, filters: Object.fromEntries(filters) };
    const lost = Object.keys(known.filters).filter((name) => !(name in fitting.filters));
    const parts = new Set(refuses(fitting).map(({ path }) => path.split(".", 1)[0] ?? path));
    const instead = Object.entries(stockContent).filter(([name]) => parts.has(name));
    const unknown = unknownIn(written, catalogue).map(({ name }) => name);
    return {
      content: { ...fitting, ...Object.fromEntries(instead) },
      gone: [...new Set([...misreadIn(stored), ...unknown, ...lost, ...parts])],
    };
  };
}
