import { z } from "zod";

const Parts = z.tuple([z.coerce.number().int().min(0).max(8.64e15), z.uuid()]);

/** Where a page begins: behind the last one of the page before, by when it was made and its id. */
export const formatPosition = (at: Date, id: string) => `${at.getTime()}.${id}`;

/** A page of a list, as a query string asks for it. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .max(128)
    .transform((text, context) => {
      const parts = Parts.safeParse(text.split("."));
      if (!parts.success) context.addIssue({ code: "custom", message: "is not a cursor of this list" });
      return parts.success ? { at: new Date(parts.data[0]), id: parts.data[1] } : z.NEVER;
    })
    .optional(),
});
