import {
  CalendarClock,
  CircleUser,
  FileText,
  FileUp,
  Keyboard,
  LogOut,
  type LucideIcon,
  Monitor,
  Moon,
  Rocket,
  Sun,
  UserPlus,
} from "lucide-react";
import { applyTheme } from "@/components/shell/theme";
import type { Permission } from "@/lib/auth/permissions";
import type en from "@/messages/en.json";
import { leave } from "./leave";

type Tools = { showKeyboardMap: () => void };

/** What the palette offers to do: a page to open, or something to run at once. */
export type Action = {
  key: keyof (typeof en)["palette"]["action"];
  icon: LucideIcon;
  /** Without it, for everybody. */
  needs?: Permission;
} & ({ href: string } | { run: (tools: Tools) => void });

/** In the order in which they are offered; each later one is one more line. */
export const actions: readonly Action[] = [
  { key: "new-user", icon: UserPlus, href: "/users/new", needs: "users:write" },
  { key: "import-users", icon: FileUp, href: "/users/import", needs: "users:write" },
  { key: "publish", icon: Rocket, href: "/releases/new", needs: "releases:write" },
  { key: "new-schedule", icon: CalendarClock, href: "/reports/schedules?new", needs: "reports:schedule" },
  { key: "request-logs", icon: FileText, href: "/logs?new", needs: "logs:ask" },
  { key: "profile", icon: CircleUser, href: "/profile" },
  { key: "theme-light", icon: Sun, run: () => applyTheme("light") },
  { key: "theme-dark", icon: Moon, run: () => applyTheme("dark") },
  { key: "theme-system", icon: Monitor, run: () => applyTheme("system") },
  { key: "keyboard-map", icon: Keyboard, run: (tools) => tools.showKeyboardMap() },
  { key: "sign-out", icon: LogOut, run: leave },
];
