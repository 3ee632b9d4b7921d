import { z } from "zod";
import { UserRow } from "@/lib/users/row";

const Rows = z.array(UserRow);
const Usernames = z.array(z.string());

/** Rows of a list from the server: `list` is its address. */
export async function readRows(list: string, part: { from: number; count: number }, signal: AbortSignal) {
  const params = new URLSearchParams(list);
  for (const [key, value] of Object.entries(part)) params.set(key, String(value));
  return Rows.parse(await read(`/api/users/rows?${params}`, signal));
}

export const readUsernames = async (list: string) =>
  Usernames.parse(await read(`/api/users/usernames?${list}`));

async function read(address: string, signal: AbortSignal | null = null): Promise<unknown> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
