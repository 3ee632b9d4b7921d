import { describe, expect, test } from "vitest";
import { adoptionSeries, type Change, others } from "@/lib/releases/series";

const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 10, day, hour));
const days = [1, 2, 3].map((day) => ({ day: `2026-11-0${day}`, end: at(day + 1, 0) }));
const has = (installation: string, day: number, version: string, hour = 12): Change => ({
  installation,
  at: at(day, hour),
  version,
});
const byText = (a: string, b: string) => (a < b ? -1 : 1);
const series = (changes: Change[], most = 5) => adoptionSeries(changes, days, byText, most);

describe("versions over time", () => {
  test("an installation counts with the version it had at the end of each day, from its first on", () => {
    const { versions, days: told } = series([
      has("a", -20, "1.0"),
      has("b", 2, "1.0"),
      has("a", 2, "2.0", 13),
      has("b", 3, "2.0"),
    ]);
    expect(versions).toEqual(["1.0", "2.0"]);
    expect(told.map(({ counts }) => counts)).toEqual([
      { "1.0": 1, "2.0": 0 },
      { "1.0": 1, "2.0": 1 },
      { "1.0": 0, "2.0": 2 },
    ]);
  });

  test("two changes of one day count once, and what comes after the last day not at all", () => {
    const { days: told } = series([has("a", 1, "1.0", 9), has("a", 1, "2.0", 10), has("b", 4, "3.0")]);
    expect(told[0]?.counts).toEqual({ "2.0": 1 });
    expect(told[2]?.counts).toEqual({ "2.0": 1 });
  });

  test("of many versions the least used are told together, so that the whole stays whole", () => {
    const changes = [has("a", 1, "3.0"), has("b", 1, "3.0"), has("c", 1, "1.0"), has("d", 1, "2.0")];
    const { versions, days: told } = series(changes, 1);
    expect(versions).toEqual([others, "3.0"]);
    expect(told[0]?.counts).toEqual({ [others]: 2, "3.0": 2 });
  });

  test("nobody is nothing", () => {
    expect(series([])).toMatchObject({ versions: [] });
  });
});
