import { Role } from "@/prisma/generated/enums";

export type Permission =
  | "console:open"
  | "users:read"
  | "users:write"
  | "sessions:read"
  | "sessions:end"
  | "agents:read"
  | "agents:force"
  | "reports:read"
  | "reports:schedule"
  | "schedules:oversee"
  | "layouts:share"
  | "layouts:publish"
  | "teams:read"
  | "teams:write"
  | "releases:read"
  | "releases:write"
  | "releases:publish"
  | "logs:ask"
  | "logs:read"
  | "logs:download"
  | "logs:delete"
  | "settings:read"
  | "settings:write";

/** Who may do what. The same table hides a button and guards the command. */
export const permissions: Record<Role, readonly Permission[]> = {
  agent: [],
  supervisor: [
    "console:open",
    "users:read",
    "sessions:read",
    "agents:read",
    "agents:force",
    "reports:read",
    "layouts:share",
    "teams:read",
  ],
  analyst: ["console:open", "reports:read", "reports:schedule"],
  administrator: [
    "console:open",
    "users:read",
    "users:write",
    "sessions:read",
    "sessions:end",
    "agents:read",
    "agents:force",
    "reports:read",
    "reports:schedule",
    "schedules:oversee",
    "layouts:share",
    "layouts:publish",
    "teams:read",
    "teams:write",
    "releases:read",
    "releases:write",
    "releases:publish",
    "logs:ask",
    "logs:read",
    "logs:download",
    "logs:delete",
    "settings:read",
    "settings:write",
  ],
};

export const rolesWith = (permission: Permission): Role[] =>
  Object.values(Role).filter((role) => permissions[role].includes(permission));
