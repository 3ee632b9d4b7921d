import { versionKey } from "@/lib/versions/key";
import type { Cause, Platform } from "@/prisma/generated/enums";
import type { SessionFilter } from "./schema";

/** How many sessions are alike in all that a filter can ask for. */
export type Group = {
  platform: Platform;
  version: string;
  device: string | null;
  cause: Cause | null;
  count: number;
};

export const facetIds = ["platform", "version", "device", "cause"] as const;
type FacetId = (typeof facetIds)[number];

type Facet = { value: string; count: number }[];
type Choice = Pick<SessionFilter, FacetId>;

/** How many sessions a choice lets through, and for each filter what there is to choose under the other ones. */
export function facetsOf(groups: readonly Group[], choice: Choice) {
  const facet = (id: FacetId): Facet => {
    const counts = new Map<string, number>();
    for (const group of groups) {
      const value = group[id];
      if (value === null) continue;
      counts.set(value, (counts.get(value) ?? 0) + (fits(group, choice, id) ? group.count : 0));
    }
    return [...counts].map(([value, count]) => ({ value, count })).toSorted(orders[id]);
  };
  return {
    matching: groups.reduce((sum, group) => sum + (fits(group, choice) ? group.count : 0), 0),
    platform: facet("platform"),
    version: facet("version").map((option) => ({ ...option, platforms: platformsOf(groups, option.value) })),
    device: facet("device"),
    cause: facet("cause"),
  };
}
export type Facets = ReturnType<typeof facetsOf>;

/** The apps that have a version. */
const platformsOf = (groups: readonly Group[], version: string) =>
  [...new Set(groups.flatMap((group) => (group.version === version ? group.platform : [])))].toSorted();

const fits = (group: Group, choice: Choice, except?: FacetId) =>
  facetIds.every((id) => {
    const chosen: readonly string[] = choice[id];
    const value = group[id];
    return id === except || chosen.length === 0 || (value !== null && chosen.includes(value));
  });

type Option = Facet[number];

const byCount = (a: Option, b: Option) => b.count - a.count || byValue(a, b);
const byValue = (a: Option, b: Option) => (a.value < b.value ? -1 : 1);

/** Versions from the newest down, those that have no order last. */
function byVersion(a: Option, b: Option) {
  const [first, second] = [versionKey(a.value) ?? "", versionKey(b.value) ?? ""];
  return first === second ? byValue(a, b) : first < second ? 1 : -1;
}

const orders: Record<FacetId, (a: Option, b: Option) => number> = {
  platform: byValue,
  version: byVersion,
  device: byCount,
  cause: byCount,
};
