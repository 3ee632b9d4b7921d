export type Role = "superuser" | "owner" | "app";

/** The roles of the embedded Postgres: the owner migrates, the app runs. */
export const userNames = { superuser: "postgres", owner: "rollcall_owner", app: "rollcall_app" } as const;
