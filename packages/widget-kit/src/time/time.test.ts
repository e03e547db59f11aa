import { type Change, LIBRARY, type RecordId } from "@sweetspot/contract";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { daysBefore, endOfDay } from "./day-end.model.ts";
import { readHistory } from "./read-history.ts";

const change = (version: number): Change => ({
  version,
  at: `2026-11-0${String(version)}T08:00:00.000Z`,
  by: "lena" as RecordId,
  record: "insight-1" as RecordId,
  type: "insight",
  before: null,
  after: { statement: "One" },
});

test("a day ends at midnight where the user is, also when the clock changes that day", () => {
  expect(endOfDay("2026-11-22", "Europe/Berlin")).toBe("2026-11-22T22:59:59.999Z");
  expect(endOfDay("2026-03-29", "Europe/Berlin")).toBe("2026-03-29T21:59:59.999Z");
  expect(endOfDay("2026-10-25", "Europe/Berlin")).toBe("2026-10-25T22:59:59.999Z");
  expect(endOfDay("2026-12-31", "Asia/Jakarta")).toBe("2026-12-31T16:59:59.999Z");
  expect(endOfDay("2026-02-28", "America/New_York")).toBe("2026-03-01T04:59:59.999Z");
  // The night after which New Zealand’s clocks change: the day still ends by the old time.
  expect(endOfDay("2026-09-26", "Pacific/Auckland")).toBe("2026-09-26T11:59:59.999Z");
  expect(daysBefore("2026-03-01", 1)).toBe("2026-02-28");
});

test("every day ends just before the next one begins", () => {
  const zones = fc.constantFrom(
    "Europe/Berlin",
    "Asia/Jakarta",
    "America/New_York",
    "Pacific/Auckland",
    "UTC",
  );
  const days = fc.integer({ min: 0, max: 6000 }).map((count) => daysBefore("2030-01-01", count));
  fc.assert(
    fc.property(zones, days, (timeZone, day) => {
      const show = new Intl.DateTimeFormat("en-CA", { timeZone });
      const end = Date.parse(endOfDay(day, timeZone));
      expect(show.format(end)).toBe(day);
      expect(show.format(end + 1)).toBe(daysBefore(day, -1));
    }),
    { numRuns: 60 },
  );
});

test("the history is read to its end, or as far as is needed", async () => {
  const pages = [1, 2, 3].map((version) => [change(version)]);
  let calls = 0;
  const changes = (_: unknown, __: unknown, options?: { readonly cursor?: string }) => {
    calls += 1;
    const place = Number(options?.cursor ?? 0);
    const next = place + 1 < pages.length ? { next: String(place + 1) } : {};
    return Promise.resolve({ items: pages[place] ?? [], ...next });
  };
  const { signal } = new AbortController();
  expect(await readHistory({ changes }, LIBRARY, 0, { signal })).toHaveLength(3);
  calls = 0;
  const isEnough = ({ version }: Change): boolean => version === 2;
  expect(await readHistory({ changes }, LIBRARY, 0, { signal, isEnough })).toHaveLength(2);
  expect(calls).toBe(2);
});
