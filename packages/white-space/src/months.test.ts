import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDate, monthsBefore } from "./months.ts";

const date = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

describe("months before a date", () => {
  it.each([
    ["2026-11-22", 12, "2025-11-22"],
    ["2026-03-31", 1, "2026-02-28"],
    ["2024-03-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2023-02-28"],
    ["2024-02-29", 48, "2020-02-29"],
    ["2100-03-30", 1, "2100-02-28"],
    ["2000-03-30", 1, "2000-02-29"],
    ["2026-12-31", 6, "2026-06-30"],
    ["2026-01-31", 1, "2025-12-31"],
    ["2026-01-15", 13, "2024-12-15"],
    ["2026-05-31", 36, "2023-05-31"],
    ["2026-05-31", 0, "2026-05-31"],
  ])("%s, %i months earlier, is %s", (from, months, expected) => {
    expect(monthsBefore(from, months)).toBe(expected);
  });

  it("never moves into another month than the one counted to", () => {
    fc.assert(
      fc.property(date, fc.nat(240), (from, months) => {
        const earlier = monthsBefore(from, months);
        expect(isDate(earlier)).toBe(true);
        const count = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(count(from) - count(earlier)).toBe(months);
        expect(Number(earlier.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
      }),
    );
  });

  it("keeps the order of dates", () => {
    fc.assert(
      fc.property(date, date, fc.nat(60), (one, other, months) => {
        const [first, second] = [one, other].toSorted() as [string, string];
        expect(monthsBefore(first, months) <= monthsBefore(second, months)).toBe(true);
      }),
    );
  });

  it("refuses what is no date", () => {
    expect(() => monthsBefore("2026-02-30", 1)).toThrow(/no date/);
    expect(() => monthsBefore("22.11.2026", 1)).toThrow(/YYYY-MM-DD/);
  });
});

describe("a calendar date", () => {
  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "", "2026-11-22T00:00"])(
    "is not %j",
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );
});
