import { z } from "zod";

export const narrowest = 44;
export const widest = 2000;

const Id = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,63}$/, "must be letters and digits");
const once = <T extends z.ZodType>(one: T, most: number, idOf: (one: z.output<T>) => string) =>
  z
    .array(one)
    .max(most)
    .superRefine((all, context) => {
      const ids = all.map(idOf);
      for (const [at, id] of ids.entries())
        if (ids.indexOf(id) < at)
          context.addIssue({ code: "custom", path: [at], message: `${id} is there twice` });
    });
const ids = (most: number) => once(Id, most, (id) => id);
const ofColumns = <T extends z.ZodType>(value: T) =>
  z.record(Id, value).refine((all) => Object.keys(all).length <= 200, "has too many columns");

const Order = ids(200);
const Widths = ofColumns(z.int().min(narrowest).max(widest));
const Hidden = ofColumns(z.boolean());
const Density = z.enum(["comfortable", "compact"]);
const Sorting = once(z.strictObject({ id: Id, desc: z.boolean().default(false) }), 16, ({ id }) => id);
const Filters = z
  .record(Id, z.array(z.string().max(256)).max(500))
  .refine((all) => Object.keys(all).length <= 50, "has too many filters");
const Groups = ids(8);

/** How a report or grid is shown. `filters` are the values of its address's parameters. What is left out is as in stock. */
export const Content = z.strictObject({
  version: z.literal(1).default(1),
  /** Columns that are named share the places they have, in this order; the others stay where they are. */
  order: Order.default([]),
  /** In px. */
  widths: Widths.default({}),
  /** Columns put away (true) or asked for (false); the others are as the subject has them. */
  hidden: Hidden.default({}),
  density: Density.default("comfortable"),
  sort: Sorting.default([]),
  filters: Filters.default({}),
  group: Groups.default([]),
});
export type Content = z.output<typeof Content>;

export const stockContent: Content = Content.parse({});

const Stored = z.record(z.string(), z.unknown()).catch({});
const parts = Object.entries(Content.shape).filter(([name]) => name !== "version");

/** The same from the database: a part that is not understood is as it is in stock, whatever wrote it. */
export function readContent(stored: unknown): Content {
  const given = Stored.parse(stored);
  const read = parts.map(([name, part]) => [name, part.safeParse(given[name])] as const);
  const understood = read.flatMap(([name, { data, success }]) => (success ? [[name, data]] : []));
  return { ...stockContent, ...Object.fromEntries(understood) };
}

/** The parts of it that are not understood. */
export function misreadIn(stored: unknown): string[] {
  const given = Stored.parse(stored);
  return parts.flatMap(([name, part]) => (part.safeParse(given[name]).success ? [] : name));
}
