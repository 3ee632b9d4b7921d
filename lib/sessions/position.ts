import { z } from "zod";

const Parts = z.tuple([z.coerce.number().int().min(0).max(8.64e15), z.uuid()]);

/** Where a page of a user's sessions begins: the login and id of the last session of the page before. */
export const formatPosition = (row: { loginAt: Date; id: string }) => `${row.loginAt.getTime()}.${row.id}`;

/** Null for anything that is no position. */
export function parsePosition(text: string | undefined) {
  const parts = Parts.safeParse(text?.split("."));
  return parts.success ? { loginAt: new Date(parts.data[0]), id: parts.data[1] } : null;
}

/** The position of a page whose first row is this session, or would be. */
export const startingAt = ({ loginAt }: { loginAt: Date }) => ({
  loginAt,
  id: "ffffffff-ffff-4fff-bfff-ffffffffffff",
});

/** A page of a list, as a query string asks for it. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .transform((text, context) => {
      const position = parsePosition(text);
      if (!position) context.addIssue({ code: "custom", message: "is not a cursor of this list" });
      return position ?? z.NEVER;
    })
    .optional(),
});
