import { z } from "zod";
import { formatCursor, parseCursor, type Term } from "@/lib/keyset";
import { Prisma } from "@/prisma/generated/client";

export const byName: readonly Term[] = [
  { expression: Prisma.sql`t.name`, type: "text", desc: false },
  { expression: Prisma.sql`t.id`, type: "uuid", desc: false },
];
const order = "name";

/** Where a page of teams begins: behind the last team of the page before. */
export const formatPosition = ({ name, id }: { name: string; id: string }) => formatCursor([name, id], order);

/** A page of the list, as a query string asks for it. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .max(1024)
    .transform((text, context) => {
      const position = parseCursor(text, order, byName);
      if (!position) context.addIssue({ code: "custom", message: "is not a cursor of this list" });
      return position ?? z.NEVER;
    })
    .optional(),
});
