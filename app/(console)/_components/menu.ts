import type { NavSection } from "@/components/shell/nav";
import { type Actor, can } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permissions";
import { texts } from "../../_edges/texts";

type Entry = { key: Parameters<typeof itemLabel>[0]; href: string; needs: Permission };
type Section = {
  key: "users-and-teams" | "supervision" | "releases" | "reports" | "operations";
  entries: readonly Entry[];
};

const itemLabel = (
  key:
    | "users"
    | "teams"
    | "agent-metrics"
    | "all-releases"
    | "work-items"
    | "login-logout"
    | "schedules"
    | "logs"
    | "settings",
) => texts(`menu.${key}`);

/** The sections of the console in their order; each later one is one more entry. */
const sections: readonly Section[] = [
  {
    key: "users-and-teams",
    entries: [
      { key: "users", href: "/users", needs: "users:read" },
      { key: "teams", href: "/teams", needs: "teams:read" },
    ],
  },
  {
    key: "supervision",
    entries: [{ key: "agent-metrics", href: "/supervision", needs: "agents:read" }],
  },
  {
    key: "releases",
    entries: [
      { key: "all-releases", href: "/releases", needs: "releases:read" },
      { key: "work-items", href: "/releases/work-items", needs: "releases:read" },
    ],
  },
  {
    key: "reports",
    entries: [
      { key: "login-logout", href: "/reports/login-logout", needs: "reports:read" },
      { key: "schedules", href: "/reports/schedules", needs: "reports:schedule" },
    ],
  },
  {
    key: "operations",
    entries: [
      { key: "logs", href: "/logs", needs: "logs:read" },
      { key: "settings", href: "/settings", needs: "settings:read" },
    ],
  },
];

/** What this actor may open. */
export function menuFor(actor: Actor): NavSection[] {
  return sections
    .map(({ key, entries }) => ({
      label: texts(`menu.${key}`),
      items: entries
        .filter((entry) => can(actor, entry.needs))
        .map((entry) => ({ href: entry.href, label: itemLabel(entry.key) })),
    }))
    .filter((section) => section.items.length > 0);
}
