import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideDateOrder, parseDate, parseInstant } from "./date-values.ts";

test.each([
  ["2026-03-31", "dmy", "2026-03-31"],
  ["2026-03-31T10:00:00.000Z", "mdy", "2026-03-31"],
  ["2026-03-31 14:05", "ymd", "2026-03-31"],
  ["31.03.2026", "dmy", "2026-03-31"],
  ["1.3.26", "dmy", "2026-03-01"],
  ["1.3.71", "dmy", "1971-03-01"],
  ["3/31/2026", "mdy", "2026-03-31"],
  ["3/31/2026, 2:05 PM", "mdy", "2026-03-31"],
  ["03/04/2026", "dmy", "2026-04-03"],
  ["03/04/2026", "mdy", "2026-03-04"],
  ["31-12-2026", "dmy", "2026-12-31"],
  ["20260331", "ymd", "2026-03-31"],
  ["2026/3/1", "ymd", "2026-03-01"],
  ["29.02.2024", "dmy", "2024-02-29"],
] as const)("%s read as %s is %s", (text, order, date) => expect(parseDate(text, order)).toBe(date));

test.each([
  "31.13.2026",
  "30.02.2026",
  "29.02.2023",
  "2026-00-10",
  "yesterday",
  "31.03",
  "1.2.3.4",
  "12.03-2026",
  "2026-03-311",
])("%s is no date", (text) => expect(parseDate(text, "dmy")).toBeUndefined());

test.each([
  ["2026-03-31T10:00:00.250Z", "2026-03-31T10:00:00.250Z"],
  ["2026-03-31T10:00:00.000+0200", "2026-03-31T08:00:00.000Z"],
  ["2026-03-31 14:05", "2026-03-31T14:05:00.000Z"],
  ["31.03.2026 23:59", "2026-03-31T23:59:00.000Z"],
  ["31.03.2026 12:10 AM", "2026-03-31T00:10:00.000Z"],
  ["31.03.2026 12:10 PM", "2026-03-31T12:10:00.000Z"],
  ["31.03.2026", "2026-03-31T00:00:00.000Z"],
])("the instant %s is %s", (text, instant) => expect(parseInstant(text, "dmy")).toBe(instant));

describe("the order of day and month of a column", () => {
  test("is proved by one value above 12", () => {
    expect(decideDateOrder(["01/02/2026", "13/02/2026"], "mdy")).toEqual({ order: "dmy", assumed: false });
    expect(decideDateOrder(["01/02/2026", "02/13/2026"], "dmy")).toEqual({ order: "mdy", assumed: false });
  });

  test("is day first where points part the numbers", () => {
    expect(decideDateOrder(["01.02.2026"], "mdy")).toEqual({ order: "dmy", assumed: false });
  });

  test("is assumed, and shown as such, where no value decides or values contradict each other", () => {
    expect(decideDateOrder(["01/02/2026", "03/04/2026"], "mdy")).toEqual({ order: "mdy", assumed: true });
    expect(decideDateOrder(["13/02/2026", "02/13/2026", "14/02/2026"], "mdy")).toEqual({
      order: "dmy",
      assumed: true,
    });
  });

  test("does not matter for ISO dates", () => {
    expect(decideDateOrder(["2026-02-01"], "mdy")).toEqual({ order: "ymd", assumed: false });
  });
});

test("every day of the calendar is read back from every form, and no other", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1950, max: 2100 }),
      (day, month, year) => {
        const exists = new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
        const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        expect(parseDate(`${day}.${month}.${year}`, "dmy")).toBe(exists ? iso : undefined);
        expect(parseDate(`${month}/${day}/${year}`, "mdy")).toBe(exists ? iso : undefined);
        expect(parseDate(iso, "mdy")).toBe(exists ? iso : undefined);
      },
    ),
  );
});
