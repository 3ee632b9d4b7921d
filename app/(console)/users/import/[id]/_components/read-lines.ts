import { windowSize } from "@/components/grid/row-source";
import { FoundLines, type SomeLines } from "@/lib/imports/schema";

export const firstLines = { from: 0, count: windowSize };

/** Lines of a preview from the server. */
export async function readLines(id: string, asked: SomeLines, signal: AbortSignal): Promise<FoundLines> {
  const params = new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, String(value)]));
  const answer = await fetch(`/api/imports/${id}/lines?${params}`, { signal });
  if (!answer.ok) throw new Error(`the lines answered ${answer.status}`);
  return FoundLines.parse(await answer.json());
}
