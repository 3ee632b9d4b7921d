import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Ends, endsOf, readEnds } from "@/app/(console)/reports/login-logout/_components/range-ends";
import { parseMoment } from "@/lib/reports/range";

const berlin = { zone: "Europe/Berlin", dayTurn: "00:00" };
const atNight = { ...berlin, dayTurn: "04:00" };
const ends = (first: string, from: string, last: string, until: string): Ends => ({
  first: { day: first, time: from },
  last: { day: last, time: until },
});

describe("the ends of a range", () => {
  test.each([
    ["whole days", "2026-01-04T23:00:00Z", "2026-01-07T23:00:00Z", ["2026-01-05", "", "2026-01-07", ""]],
    ["times", "2026-01-05T07:30:00Z", "2026-01-07T11:00:00Z", ["2026-01-05", "08:30", "2026-01-07", "12:00"]],
    [
      "a time at one end",
      "2026-01-04T23:00:00Z",
      "2026-01-07T11:00:00Z",
      ["2026-01-05", "", "2026-01-07", "12:00"],
    ],
  ])(
    "have a time only where a day is not whole: %s",
    (_, from, to, [first = "", at = "", last = "", until = ""]) => {
      expect(endsOf({ from, to }, berlin)).toEqual(ends(first, at, last, until));
    },
  );

  test("go by where the days turn, their times by the clock", () => {
    const range = { from: "2026-01-05T03:00:00Z", to: "2026-01-06T01:00:00Z" };
    expect(endsOf(range, atNight)).toEqual(ends("2026-01-05", "", "2026-01-06", "02:00"));
  });

  test("are read as days, and as times of the clock", () => {
    const read = (...written: Parameters<typeof ends>) => readEnds(ends(...written), null, berlin);
    expect(read("2026-01-05", "", "2026-01-07", "")).toEqual({ from: "2026-01-05", to: "2026-01-08" });
    expect(read("2026-01-05", "08:30", "2026-01-05", "12:00")).toEqual({
      from: "2026-01-05T08:30",
      to: "2026-01-05T12:00",
    });
  });

  test("are refused where a day is missing, they are the wrong way round, or too far apart", () => {
    const read = (...written: Parameters<typeof ends>) => readEnds(ends(...written), null, berlin);
    expect(read("", "08:00", "2026-01-07", "")).toBe("first");
    expect(read("2026-01-05", "", "", "08:00")).toBe("last");
    expect(read("2026-01-05", "", "2026-01-04", "")).toBe("reversed");
    expect(read("2026-01-05", "12:00", "2026-01-05", "12:00")).toBe("reversed");
    expect(read("2026-01-05", "", "2026-01-05", "00:00")).toBe("reversed");
    expect(read("2024-01-05", "", "2026-01-05", "")).toBe("long");
    expect(read("2024-01-05", "", "2026-01-05", "00:00")).toEqual({
      from: "2024-01-05",
      to: "2026-01-05T00:00",
    });
  });

  // The clock shows 02:30 twice on the day that it is set back.
  test("that are left alone stay what they were", () => {
    const range = { from: "2026-10-25T01:30:12.345Z", to: "2026-10-25T08:00:00Z" };
    const shown = endsOf(range, berlin);
    expect(shown.first).toEqual({ day: "2026-10-25", time: "02:30" });
    expect(readEnds(shown, range, berlin)).toEqual(range);
    expect(readEnds({ ...shown, first: { ...shown.first, time: "02:31" } }, range, berlin)).toMatchObject({
      from: "2026-10-25T02:31",
    });
  });

  test("are read as the range that was shown by them", () => {
    const zone = fc.constantFrom("Europe/Berlin", "America/St_Johns", "Pacific/Apia", "UTC");
    const at = fc.date({ min: new Date("2020-01-01"), max: new Date("2021-06-01"), noInvalidDate: true });
    const spanMs = fc.integer({ min: 1, max: 300 * 86_400_000 });
    const dayTurn = fc.constantFrom("00:00", "04:00", "02:30");
    fc.assert(
      fc.property(at, spanMs, zone, dayTurn, (from, span, zone, dayTurn) => {
        const calendar = { zone, dayTurn };
        const to = new Date(from.getTime() + span);
        const range = { from: from.toISOString(), to: to.toISOString() };
        const read = readEnds(endsOf(range, calendar), range, calendar);
        if (typeof read === "string") throw new Error(read);
        expect(parseMoment(read.from, calendar)).toEqual(from);
        expect(parseMoment(read.to, calendar)).toEqual(to);
      }),
    );
  });
});
