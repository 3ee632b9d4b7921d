import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { createRelease } from "@/lib/releases/commands";
import { publishRelease } from "@/lib/releases/publish";
import { CreateRelease } from "@/lib/releases/schema";
import { Client } from "@/lib/sessions/schema";
import { phone } from "./people";

export const draft = {
  channel: "ios",
  version: "2.18.0",
  kind: "recommended",
  notes: "Calls no longer drop.",
  storeUrl: "https://apps.apple.com/app/id1",
  inStore: true,
} as const;

/** Makes a draft, of a newer version than the tests' phone unless said otherwise. */
export async function newDraft(given: Record<string, unknown> = {}) {
  const made = await createRelease(bootstrapToken, CreateRelease.parse({ ...draft, ...given }));
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

export async function published(given: Record<string, unknown> = {}) {
  const { id } = await newDraft(given);
  const out = await publishRelease(bootstrapToken, { id });
  if (!out.ok) throw new Error(out.code);
  return out.value;
}

export const mandatory = (given: Record<string, unknown> = {}) => published({ kind: "mandatory", ...given });

export const versioned = (version: string, given: Partial<Client> = {}): Client => ({
  ...phone,
  version,
  build: null,
  ...given,
});

/** What the policy said of the app of a user's seat. */
export async function outcome(userId: string) {
  const { installation } = await db.seat.findUniqueOrThrow({
    where: { userId },
    include: { installation: { include: { updateRelease: true } } },
  });
  return (
    installation && {
      status: installation.updateStatus,
      version: installation.updateRelease?.version ?? null,
    }
  );
}

export const noticesOf = (userId: string) =>
  db.notice.findMany({ where: { userId }, orderBy: { id: "asc" }, include: { release: true } });

export const openNoticesOf = async (userId: string) =>
  (await noticesOf(userId)).filter(({ closedAt }) => closedAt === null);

/** No release of another test stands in the way. */
export async function withdrawAll() {
  await db.release.updateMany({ data: { status: "withdrawn" } });
}

export const otherPhone = Client.parse({
  app: "Mobile",
  version: "1.0",
  os: { name: "iOS", version: "14.8" },
  device: { model: "iPhone 6" },
});
