import { z } from "zod";
import type { Permission } from "@/lib/auth/permissions";
import { line } from "@/lib/text";
import { Content } from "./content";

/** What has layouts: the Agent Metrics View and the Agent Login/Logout report. */
export const subjects = ["agents", "login-logout"] as const;
export const LayoutSubject = z.enum(subjects);
export type LayoutSubject = z.output<typeof LayoutSubject>;

/** Whoever may read a subject may have layouts of it. */
export const readingOf: Record<LayoutSubject, Permission> = {
  agents: "agents:read",
  "login-logout": "reports:read",
};

/** Who may see a layout beside its owner. */
export const Audience = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("personal") }),
  z.strictObject({ kind: z.literal("team"), teamId: z.uuid() }),
  z.strictObject({ kind: z.literal("everyone") }),
]);
export type Audience = z.output<typeof Audience>;

/** One person has so many of a subject. */
export const mostLayouts = 100;
export const longestName = 64;

const fields = { name: line(longestName), audience: Audience, content: Content };

export const SaveLayout = z.strictObject({ subject: LayoutSubject, ...fields });
export type SaveLayout = z.output<typeof SaveLayout>;

// As it was when the change began, so that nobody's change is overwritten unseen.
const which = { id: z.uuid(), revision: z.int().min(1) };

export const ChangeLayout = z.strictObject({ ...which, ...z.strictObject(fields).partial().shape });
export type ChangeLayout = z.output<typeof ChangeLayout>;

/** A page of them, as a query string asks for it: behind the last one of the page before. */
export const LayoutPage = z.strictObject({
  subject: LayoutSubject,
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.uuid("is not a cursor of this list").optional(),
});
export type LayoutPage = z.output<typeof LayoutPage>;

export const DeleteLayout = z.strictObject(which);
export type DeleteLayout = z.output<typeof DeleteLayout>;

/** With what a subject opens: `layoutId` null leaves it to the next wider default. */
export const SetDefaultLayout = z.strictObject({
  subject: LayoutSubject,
  layoutId: z.uuid().nullable(),
  of: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("me") }),
    z.strictObject({ kind: z.literal("team"), teamId: z.uuid() }),
    z.strictObject({ kind: z.literal("everyone") }),
  ]),
});
export type SetDefaultLayout = z.output<typeof SetDefaultLayout>;
