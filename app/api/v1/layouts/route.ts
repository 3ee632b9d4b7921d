import { route } from "@/app/_edges/route";
import { AppError } from "@/lib/errors";
import { saveLayout } from "@/lib/layouts/commands";
import { getLayout, pageLayouts } from "@/lib/layouts/queries";
import { LayoutPage, SaveLayout } from "@/lib/layouts/schema";
import { ok } from "@/lib/result";
import { Layout, layoutJson } from "../_shapes/layout";
import { pageOf } from "../_shapes/page";

export const GET = route(
  {
    id: "listLayouts",
    summary: "List the layouts of a report or grid, the oldest first",
    description:
      "Those that whoever the token acts for may see: their own, and what is shared with them. A token that acts for nobody sees all " +
      "that are shared.",
    query: LayoutPage,
    answer: pageOf(Layout),
  },
  async (actor, { query }) => {
    const { items, more } = await pageLayouts(actor, query);
    return ok({ items: items.map(layoutJson), next: more ? (items.at(-1)?.id ?? null) : null });
  },
);

export const POST = route(
  {
    id: "saveLayout",
    summary: "Save a layout",
    description: "It belongs to whoever the token acts for: `ADMIN_API_TOKEN` acts for nobody.",
    body: SaveLayout,
    status: 201,
    answer: Layout,
    refuses: [
      "invalid-request",
      "layout-name-taken",
      "too-many-layouts",
      "unknown-team",
      "not-allowed",
      "needs-a-person",
    ],
  },
  async (actor, { body }) => {
    const saved = await saveLayout(actor, body);
    if (!saved.ok) return saved;
    const layout = await getLayout(actor, saved.value.id);
    if (!layout.ok) throw new AppError(layout.code);
    return ok(layoutJson(layout.value));
  },
);
