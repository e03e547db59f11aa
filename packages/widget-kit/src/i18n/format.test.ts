import { describe, expect, test } from "vitest";
import { createFormat } from "./format.ts";

const german = createFormat({ locale: "de-DE", timeZone: "Europe/Berlin", currency: "EUR" });
const british = createFormat({ locale: "en-GB", timeZone: "Europe/Berlin", currency: "EUR" });
const NOW = new Date("2026-11-22T13:00:00Z");

describe("formatting", () => {
  test("writes money in its own currency, with cents only where there are some", () => {
    expect(german.money({ amount: 420_000, currency: "EUR" })).toBe("420.000\u00A0€");
    expect(british.money({ amount: 1234.5, currency: "USD" })).toBe("US$1,234.50");
    expect(british.money(260_000)).toBe("€260,000");
  });

  test("shows an unknown currency as a bare number instead of failing", () => {
    expect(british.money({ amount: 5, currency: "??" })).toBe("5");
  });

  test("shortens money for pictures", () => {
    expect(british.compactMoney(421_900)).toBe("€422k");
  });

  test("never shifts a calendar day by the time zone", () => {
    const pacific = createFormat({ locale: "en-GB", timeZone: "Pacific/Honolulu", currency: "USD" });
    expect(pacific.date("2026-12-04")).toBe("4 Dec 2026");
    expect(pacific.date("2026-12-04T02:00:00.000Z")).toBe("3 Dec 2026");
  });

  test("counts days by the calendar of the host, not by hours", () => {
    expect(british.relativeDays("2026-11-22", NOW)).toBe("today");
    expect(british.relativeDays("2026-11-21T23:30:00.000Z", NOW)).toBe("today");
    expect(british.relativeDays("2026-11-14", NOW)).toBe("8 days ago");
    expect(german.relativeDays("2026-12-13", NOW)).toBe("in 3 Wochen");
    expect(british.relativeDays("2024-01-01", NOW)).toBe("2 years ago");
  });

  test("puts Area 2 before Area 10", () => {
    expect(["Area 10", "Area 2", "área 1"].toSorted(british.compare)).toEqual([
      "área 1",
      "Area 2",
      "Area 10",
    ]);
  });

  test("goes on in UTC where the host names a time zone nobody knows", () => {
    const lost = createFormat({ locale: "en-GB", timeZone: "Mars/Base", currency: "EUR" });
    expect(lost.time("2026-11-22T13:02:00.000Z")).toBe("13:02");
  });
});
