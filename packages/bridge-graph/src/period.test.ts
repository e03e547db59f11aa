import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPeriodReader, type Dated, fromDay, type Period, toDays } from "./period.ts";

const today = toDays("2026-11-01")?.first as number;
const reader = createPeriodReader(today, 730);
const read = (tie: Dated): Period => {
  const period = reader.read(tie);
  if ("fault" in period) throw new Error(period.fault);
  return period;
};
const day = (date: string): number => toDays(date)?.first as number;

describe("a date", () => {
  test("of a year or a month lasts from its first to its last day", () => {
    const words = (date: string): string[] => {
      const span = toDays(date);
      return span ? [fromDay(span.first), fromDay(span.last)] : [];
    };
    expect(words("2016")).toEqual(["2016-01-01", "2016-12-31"]);
    expect(words("2016-02")).toEqual(["2016-02-01", "2016-02-29"]);
    expect(words("2016-12")).toEqual(["2016-12-01", "2016-12-31"]);
    expect(words("2016-02-29")).toEqual(["2016-02-29", "2016-02-29"]);
  });

  test("that exists is read as that day", () => {
    const dates = fc.date({ min: new Date("1800-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(fromDay(toDays(text)?.first as number)).toBe(text);
      }),
    );
  });

  test.each([
    "2015-02-29",
    "2015-13",
    "2015-00",
    "2015-01-00",
    "2015-1-1",
    "15",
    "1799",
    "01.02.2015",
    "soon",
    "2015-01-01T00:00",
  ])("that does not exist or is written otherwise is none: %s", (text) =>
    expect(toDays(text)).toBeUndefined(),
  );
});

describe("the time of a tie", () => {
  test("with a start and no end goes on", () => {
    expect(read({ start: "2019-03" })).toMatchObject({
      startMin: day("2019-03"),
      endMin: today,
      current: true,
    });
  });

  test("without an end that was last seen years ago is over as far as is known", () => {
    const period = read({ start: "2010", seenTo: "2017-06-30" });
    expect(period).toMatchObject({ endMin: day("2017-06-30"), lastDay: day("2017-06-30"), current: false });
    expect(read({ seenTo: "2026-06-30" }).current).toBe(true);
  });

  test("whose term ends later is current, one that ended is not", () => {
    expect(read({ end: "2028" }).current).toBe(true);
    expect(read({ end: "2026-10-31" })).toMatchObject({ current: false, lastDay: day("2026-10-31") });
  });

  test("had begun when a source saw it", () => {
    expect(read({ seenFrom: "2004-12-31", seenTo: "2007-12-31" }).startMax).toBe(day("2004-12-31"));
  });

  test("without any date is unknown and not current", () => {
    expect(read({})).toMatchObject({ current: false, lastDay: today });
    expect(read({ start: "", end: "" })).toEqual(read({}));
  });

  test.each<[Dated, string, keyof Dated]>([
    [{ start: "2019-02-30" }, "impossible-date", "start"],
    [{ end: "31.12.2019" }, "impossible-date", "end"],
    [{ seenTo: "2019-13" }, "impossible-date", "seenTo"],
    [{ start: "2019-05", end: "2019-04" }, "dates-reversed", "end"],
    [{ start: "2027" }, "not-yet", "start"],
  ])("that cannot be is refused with its field: %o", (tie, fault, field) => {
    expect(reader.read(tie)).toEqual({ fault, field });
  });

  test("ends in the year in which it began where both say that year", () => {
    expect(reader.read({ start: "2019", end: "2019" })).not.toHaveProperty("fault");
    expect(reader.read({ start: "2019-06-01", end: "2019" })).not.toHaveProperty("fault");
  });
});
