import { cookies } from "next/headers";
import type { GridLayout } from "@/components/grid/column";
import { layoutCookie } from "@/components/grid/layout-cookie";
import { parseLayout } from "@/components/grid/layout-param";

type Params = Record<string, string | string[] | undefined>;

/** The layout of a grid at its first paint: as its address says, else as this browser showed it last. */
export async function gridLayout(grid: string, params: Params): Promise<GridLayout> {
  const address = new URLSearchParams(
    ["columns", "density"].flatMap((key) => (typeof params[key] === "string" ? [[key, params[key]]] : [])),
  );
  if (address.size > 0) return parseLayout(address);
  return parseLayout(new URLSearchParams((await cookies()).get(layoutCookie(grid))?.value ?? ""));
}
