import type { FilterSpec } from "@/components/grid/filter-param";
import { type Facets, facetIds } from "@/lib/sessions/facets";
import { versionLabel } from "@/lib/versions/label";
import { textsOf } from "../../../../../_edges/texts";

const t = textsOf("login-info");

/** The chips of the history, with what this person's sessions have of each. */
export function historyFilters(facets: Facets): FilterSpec[] {
  return facetIds.map((id) => ({
    id,
    label: t(`filter.${id}`),
    options: facets[id].map(({ value, count, ...more }) => ({
      value,
      count,
      label: labelOf(id, value),
      ...("platforms" in more && {
        note: more.platforms.map((platform) => labelOf("platform", platform)).join(", "),
      }),
    })),
  }));
}

function labelOf(id: (typeof facetIds)[number], value: string) {
  if (id === "version") return versionLabel(value, null);
  if (id === "platform" || id === "cause") return t(`${id}-name.${value}` as Parameters<typeof t>[0]);
  return value;
}
