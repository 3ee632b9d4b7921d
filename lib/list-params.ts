import { z } from "zod";

/** A parameter that an address may have several times, or not at all. */
export const many = <T extends z.ZodType>(one: T) =>
  z
    .preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(one).max(100))
    .optional()
    .default([]);

/** `team,-since`: the columns that a list is sorted by, those that go down with a minus before them. */
export const sortedBy = <K extends string>(keys: readonly [K, ...K[]]) =>
  z
    .string()
    .max(256)
    .default("")
    .transform((text, context) => {
      const parts = text.split(",").filter(Boolean);
      const named = (part: string) => part.replace(/^-/, "");
      const once = parts.filter(
        (part, at) => parts.findIndex((other) => named(other) === named(part)) === at,
      );
      return once.map((part) => {
        const id = keys.find((key) => key === named(part));
        if (!id) context.addIssue({ code: "custom", message: `cannot be sorted by ${part}` });
        return { id: id ?? keys[0], desc: part.startsWith("-") };
      });
    });

/** The list that an address asks for; what is wrong in it is left out. */
export function readList<S extends z.ZodRawShape>(
  shape: S,
  params: Readonly<Record<string, unknown>>,
): z.output<z.ZodObject<S>> {
  const good = Object.entries(shape).filter(([key, schema]) => z.safeParse(schema, params[key]).success);
  return z.object(shape).parse(Object.fromEntries(good.map(([key]) => [key, params[key]])));
}
