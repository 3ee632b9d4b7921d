"use client";

import { useMemo, useOptimistic } from "react";
import { useTranslations } from "use-intl";
import { FilterBar } from "@/components/grid/filter-bar";
import { type Chosen, type FilterSpec, withChosen } from "@/components/grid/filter-param";
import { contacts } from "@/lib/seats/silence";
import type { UserFacets } from "@/lib/users/list";
import { type UserFilter, userFilterIds } from "@/lib/users/schema";
import { versionLabel } from "@/lib/versions/label";
import { useAddress } from "../../_components/use-address";

type Props = {
  facets: UserFacets;
  chosen: Chosen;
  /** The list is of one team: there is none to choose. */
  ofTeam?: boolean;
};

/** What the list is narrowed by; the address keeps it. */
export function UserFilters({ facets, chosen: asked, ofTeam = false }: Props) {
  const all = useUserFilters(facets);
  const filters = ofTeam ? all.filter(({ id }) => id !== "team") : all;
  const { change } = useAddress();
  const [chosen, setChosen] = useOptimistic(asked);
  return (
    <FilterBar
      filters={filters}
      chosen={chosen}
      onChange={(next) =>
        change((address) => withChosen(address, next, { ids: userFilterIds }), {
          meanwhile: () => setChosen(next),
        })
      }
    />
  );
}

function useUserFilters(facets: UserFacets): FilterSpec[] {
  const t = useTranslations();
  return useMemo(() => {
    const filter = (id: keyof UserFilter, options: FilterSpec["options"]) => ({
      id,
      label: t(`users.filter.${id}`),
      options,
    });
    return [
      filter(
        "team",
        facets.teams.map(({ id, name, count }) => ({ value: id, label: name, count })),
      ),
      filter(
        "role",
        (["agent", "supervisor", "analyst", "administrator"] as const).map((role) => ({
          value: role,
          label: t(`role.${role}`),
        })),
      ),
      filter("signedIn", [
        { value: "true", label: t("users.filter.yes") },
        { value: "false", label: t("users.filter.no") },
      ]),
      filter(
        "contact",
        contacts.map((kind) => ({
          value: kind,
          label: t(`users.filter.contact-kind.${kind}`),
        })),
      ),
      filter(
        "platform",
        (["mobile", "desktop"] as const).map((platform) => ({
          value: platform,
          label: t(`login-info.${platform}`),
          count: facets.platforms.find(({ value }) => value === platform)?.count ?? 0,
        })),
      ),
      filter(
        "version",
        facets.versions.map(({ value, count, platforms }) => ({
          value,
          label: versionLabel(value, null),
          note: platforms.map((platform) => t(`login-info.${platform}`)).join(", "),
          count,
        })),
      ),
      filter("outdated", [
        { value: "true", label: t("users.filter.yes") },
        { value: "false", label: t("users.filter.no") },
      ]),
      filter(
        "os",
        facets.systems.map(({ value, count }) => ({ value, label: value, count })),
      ),
      filter(
        "device",
        facets.devices.map(({ value, count }) => ({ value, label: value, count })),
      ),
      filter(
        "account",
        (["active", "disabled"] as const).map((kind) => ({
          value: kind,
          label: t(`users.filter.account-kind.${kind}`),
        })),
      ),
    ];
  }, [facets, t]);
}
