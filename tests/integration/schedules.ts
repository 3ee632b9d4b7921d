import type { Actor } from "@/lib/auth/actor";
import { saveLayout } from "@/lib/layouts/commands";
import { stockContent } from "@/lib/layouts/content";
import { createSchedule } from "@/lib/schedules/commands";
import { CreateSchedule } from "@/lib/schedules/schema";
import type { Role } from "@/prisma/generated/enums";
import { person } from "./people";

let count = 0;

/** Somebody with a role and an address, as an actor. */
export async function reader(role: Role, given: { team?: string; supervises?: string[] } = {}) {
  const email = `reader${++count}@centre.example`;
  const { id, roles } = await person({ ...given, roles: [role], email });
  const actor: Actor = { kind: "person", id, roles, scope: role === "administrator" ? "all" : [] };
  return { actor, email, id };
}

export const daily = { every: "day", at: "07:00", zone: "Europe/Berlin" } as const;

/** What a schedule is asked for: yesterday's report, every morning. */
export const asked = (given: Partial<Parameters<typeof CreateSchedule.parse>[0] & object> = {}) =>
  CreateSchedule.parse({
    name: "Mornings",
    layoutId: null,
    preset: "yesterday",
    rhythm: daily,
    format: "csv",
    recipients: ["payroll@elsewhere.example"],
    ...given,
  });

export async function scheduled(actor: Actor, given: Parameters<typeof asked>[0] = {}) {
  const made = await createSchedule(actor, asked(given));
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

/** A layout of the report with these columns. */
export async function layoutOf(actor: Actor, order: string[]) {
  const content = { ...stockContent, order };
  const audience = { kind: "personal" } as const;
  const saved = await saveLayout(actor, {
    subject: "login-logout",
    name: `Columns ${++count}`,
    audience,
    content,
  });
  if (!saved.ok) throw new Error(saved.code);
  return saved.value;
}
