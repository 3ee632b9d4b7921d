import type { Actor } from "@/lib/auth/actor";
import { saveLayout } from "@/lib/layouts/commands";
import { type Content, stockContent } from "@/lib/layouts/content";
import { setDefaultLayout } from "@/lib/layouts/defaults";
import { listLayouts } from "@/lib/layouts/queries";
import { type Audience, SetDefaultLayout } from "@/lib/layouts/schema";
import { person } from "./people";
import { newTeam } from "./teams";

export const subject = "agents";
export const nobody = crypto.randomUUID();
export const personal: Audience = { kind: "personal" };
export const everyone: Audience = { kind: "everyone" };
export const ofTeam = (teamId: string): Audience => ({ kind: "team", teamId });
export const narrow: Content = { ...stockContent, order: ["agent", "state"], filters: { state: ["busy"] } };

export async function supervisor(of: { id: string; name: string }): Promise<Actor> {
  const { id, roles } = await person({ roles: ["supervisor"], team: of.name, supervises: [of.name] });
  return { kind: "person", id, roles, scope: [of.id] };
}

/** Two teams; two supervisors of the first, one of the other, and an administrator. */
export async function cast() {
  const [team, other] = [await newTeam(), await newTeam()];
  const [owner, colleague, stranger] = [
    await supervisor(team),
    await supervisor(team),
    await supervisor(other),
  ];
  const { id, roles } = await person({ roles: ["administrator"] });
  const administrator: Actor = { kind: "person", id, roles, scope: "all" };
  return { team, other, owner, colleague, stranger, administrator };
}

let count = 0;
export const newName = () => `View ${++count}`;

export async function saved(actor: Actor, audience: Audience = personal, name = newName()) {
  const made = await saveLayout(actor, { subject, name, audience, content: narrow });
  if (!made.ok) throw new Error(made.code);
  return { ...made.value, name };
}

export const seen = async (actor: Actor, id: string) =>
  (await listLayouts(actor, subject)).find((layout) => layout.id === id);

export const setDefault = (actor: Actor, layoutId: string | null, of: SetDefaultLayout["of"]) =>
  setDefaultLayout(actor, SetDefaultLayout.parse({ subject, layoutId, of }));
