import { z } from "zod";

export const narrowest = 44;
export const widest = 2000;

const Id = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,63}$/);
const ids = (most: number) =>
  z
    .array(Id)
    .max(most)
    .transform((all) => [...new Set(all)]);
const ofColumns = <T extends z.ZodType>(value: T) =>
  z.record(Id, value).refine((all) => Object.keys(all).length <= 200, "has too many columns");

const Order = ids(200);
const Widths = ofColumns(z.int().min(narrowest).max(widest));
const Hidden = ofColumns(z.boolean());
const Density = z.enum(["comfortable", "compact"]);
const Sorting = z
  .array(z.strictObject({ id: Id, desc: z.boolean() }))
  .max(16)
  .transform((terms) => terms.filter(({ id }, at) => terms.findIndex((other) => other.id === id) === at));
const Filters = z
  .record(Id, z.array(z.string().max(256)).max(100))
  .refine((all) => Object.keys(all).length <= 50, "has too many filters");
const Groups = ids(8);

/** How a report or grid is shown. `filters` are the values of its address's parameters. */
export const Content = z.strictObject({
  version: z.literal(1),
  /** Columns that are named share the places they have, in this order; the others stay where they are. */
  order: Order,
  /** In px. */
  widths: Widths,
  /** Columns put away (true) or asked for (false); the others are as the subject has them. */
  hidden: Hidden,
  density: Density,
  sort: Sorting,
  filters: Filters,
  group: Groups,
});
export type Content = z.output<typeof Content>;

export const stockContent: Content = {
  version: 1,
  order: [],
  widths: {},
  hidden: {},
  density: "comfortable",
  sort: [],
  filters: {},
  group: [],
};

/** The same from the database: a part that is not understood is as it is in stock, whatever wrote it. */
const Stored = z
  .object({
    order: Order.catch([]),
    widths: Widths.catch({}),
    hidden: Hidden.catch({}),
    density: Density.catch("comfortable"),
    sort: Sorting.catch([]),
    filters: Filters.catch({}),
    group: Groups.catch([]),
  })
  .catch(stockContent);

export const readContent = (stored: unknown): Content => ({ ...Stored.parse(stored), version: 1 });
