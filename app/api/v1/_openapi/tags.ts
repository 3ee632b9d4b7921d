/** The parts of the API, by the first word of their addresses. */
const tags: Record<string, { name: string; description: string }> = {
  users: { name: "Users", description: "Who works here, where they are signed in, and their accounts." },
  agents: {
    name: "Agents",
    description: "Who is at work and what they do, as it happens, and a supervisor's hand on them.",
  },
  teams: { name: "Teams", description: "Teams, their supervisors and what holds for their people." },
  releases: {
    name: "Releases",
    description: "What is offered to the apps: whom it concerns, how it reaches them, and what became of it.",
  },
  "work-items": {
    name: "Work items",
    description: "Releases for teams whose apps the company installs.",
  },
  reports: { name: "Reports", description: "Who was signed in when, for how long, and why it ended." },
  layouts: {
    name: "Layouts",
    description: "How the report and the Agent Metrics View are shown: columns, order, filters, groups.",
  },
  schedules: { name: "Schedules", description: "Reports that go out by mail, again and again." },
  "log-requests": {
    name: "Logs",
    description: "What apps write down of what they do, once somebody asks for it.",
  },
  settings: { name: "Settings", description: "The rules of the centre." },
  "openapi.json": { name: "This document", description: "For generators and other programs." },
};

export const allTags = Object.values(tags);

export function tagOf(path: string): string {
  const [, word = ""] = path.split("/");
  const tag = tags[word];
  if (!tag) throw new Error(`no tag is told for ${path}: name it in _openapi/tags.ts`);
  return tag.name;
}
