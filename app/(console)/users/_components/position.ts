import { z } from "zod";

const Position = z.tuple([z.string(), z.uuid()]);

/** Where a page of the list begins, in its address: the last name and id of the page before. */
export const formatPosition = (row: { name: string; id: string }) => JSON.stringify([row.name, row.id]);

export function parsePosition(text: string | undefined) {
  if (text === undefined) return undefined;
  try {
    const [name, id] = Position.parse(JSON.parse(text));
    return { name, id };
  } catch {
    return undefined;
  }
}
