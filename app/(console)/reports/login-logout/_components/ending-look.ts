import { catalogueOf, columnNamed } from "@/lib/reports/catalogue";
import type { Endings } from "@/lib/reports/chart";

const mixed = (name: string, percent: number) =>
  `color-mix(in srgb, var(--${name}) ${percent}%, var(--panel))`;

// The hue is that of the Logout Type: what is normal is quiet, what went wrong is seen.
const colors: Readonly<Record<string, string>> = {
  "": "var(--accent)",
  normal: mixed("ink-3", 60),
  timeout: "var(--notready)",
  supervisor: "var(--acw)",
  system: "var(--busy)",
  signed_out: mixed("ink-3", 60),
  taken_over: mixed("ink-3", 90),
  same_device: mixed("ink-3", 35),
  connection_lost: "var(--notready)",
  inactivity: mixed("notready", 65),
  no_answer: mixed("notready", 40),
  forced_by_supervisor: "var(--acw)",
  ended_by_administrator: mixed("busy", 50),
  mandatory_update: "var(--busy)",
  daily_schedule: mixed("busy", 70),
  account_disabled: mixed("danger", 85),
  maintenance: mixed("busy", 30),
  exact: mixed("ink-3", 60),
  last_seen: "var(--notready)",
};

export const endingColor = (value: string) => colors[value] ?? "var(--line-field)";

const catalogue = catalogueOf([]);

/** Whatever a column may be, in one order for every chart; last what has not ended. */
export const endingOrder = (column: Endings["column"]): string[] => [
  ...(columnNamed(catalogue, column)?.values ?? []),
  "",
];
