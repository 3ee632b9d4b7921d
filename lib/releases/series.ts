/** From `at` on an installation has this version. */
export type Change = { installation: string; at: Date; version: string };

export type Series = {
  /** Oldest first among the versions; `others` last where there are more than a reader tells apart. */
  versions: readonly string[];
  days: readonly { day: string; counts: Readonly<Record<string, number>> }[];
};

export const others = "others";

type Day = { day: string; end: Date };

/**
 * How many installations had which version at the end of each day, by the changes in the order of time. `order` sorts versions;
 * of many only the newest and most used are told apart.
 */
export function adoptionSeries(
  changes: readonly Change[],
  days: readonly Day[],
  order: (a: string, b: string) => number,
  most: number,
): Series {
  const has = new Map<string, string>();
  const counts = new Map<string, number>();
  const add = (version: string, by: number) => counts.set(version, (counts.get(version) ?? 0) + by);
  let next = 0;
  const byDay = days.map(({ day, end }) => {
    for (let change = changes[next]; change && change.at < end; change = changes[++next]) {
      const before = has.get(change.installation);
      if (before !== undefined) add(before, -1);
      has.set(change.installation, change.version);
      add(change.version, 1);
    }
    return { day, all: new Map(counts) };
  });

  const peaks = new Map<string, number>();
  for (const { all } of byDay)
    for (const [version, count] of all) peaks.set(version, Math.max(peaks.get(version) ?? 0, count));
  const used = [...peaks.keys()].filter((version) => (peaks.get(version) ?? 0) > 0);
  const told = used.toSorted((a, b) => (peaks.get(b) ?? 0) - (peaks.get(a) ?? 0)).slice(0, most);
  const rest = used.filter((version) => !told.includes(version));
  return {
    versions: [...(rest.length > 0 ? [others] : []), ...told.toSorted(order)],
    days: byDay.map(({ day, all }) => ({
      day,
      counts: {
        ...Object.fromEntries(told.map((version) => [version, all.get(version) ?? 0])),
        ...(rest.length > 0 && {
          [others]: rest.reduce((sum, version) => sum + (all.get(version) ?? 0), 0),
        }),
      },
    })),
  };
}
