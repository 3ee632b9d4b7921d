import { Found } from "@/lib/search/schema";

/** People by a part of their name, for a picker: `id` is the username. */
export async function findPeople(text: string) {
  if (text === "") return [];
  const response = await fetch(`/api/search?${new URLSearchParams({ q: text })}`);
  if (!response.ok) throw new Error(`the search answered ${response.status}`);
  return Found.parse(await response.json()).people.map(({ username, name, team }) => ({
    id: username,
    label: name,
    detail: `${username} · ${team}`,
  }));
}
