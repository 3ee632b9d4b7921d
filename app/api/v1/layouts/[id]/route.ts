import { z } from "zod";
import { route } from "@/app/_edges/route";
import { changeLayout, deleteLayout } from "@/lib/layouts/commands";
import { getLayout } from "@/lib/layouts/queries";
import { ChangeLayout } from "@/lib/layouts/schema";
import { ok } from "@/lib/result";
import { Layout, layoutJson } from "../../_shapes/layout";

const params = z.strictObject({ id: z.uuid() });

export const GET = route(
  { id: "getLayout", summary: "Get a layout", params, answer: Layout, refuses: ["not-found"] },
  async (actor, { params }) => {
    const layout = await getLayout(actor, params.id);
    return layout.ok ? ok(layoutJson(layout.value)) : layout;
  },
);

export const PATCH = route(
  {
    id: "changeLayout",
    summary: "Change, rename or share a layout",
    description:
      "Only what is named changes; a content replaces the one before. Nothing changes where somebody else has changed it since the " +
      "revision that is named: 409 `setting-changed`.",
    params,
    body: ChangeLayout.omit({ id: true }),
    answer: Layout,
    refuses: [
      "invalid-request",
      "not-found",
      "not-allowed",
      "setting-changed",
      "layout-name-taken",
      "unknown-team",
    ],
  },
  async (actor, { params, body }) => {
    const changed = await changeLayout(actor, { ...params, ...body });
    if (!changed.ok) return changed;
    const layout = await getLayout(actor, params.id);
    return layout.ok ? ok(layoutJson(layout.value)) : layout;
  },
);

export const DELETE = route(
  {
    id: "deleteLayout",
    summary: "Delete a layout",
    description: "Nothing is deleted where somebody else has changed it since the revision that is named.",
    params,
    query: z.strictObject({ revision: z.coerce.number().int().min(1) }),
    refuses: ["not-found", "not-allowed", "setting-changed"],
  },
  async (actor, { params, query }) => {
    const deleted = await deleteLayout(actor, { ...params, ...query });
    return deleted.ok ? ok(undefined) : deleted;
  },
);
