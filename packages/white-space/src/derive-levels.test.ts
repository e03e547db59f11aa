import { describe, expect, it } from "vitest";
import type { AssetFact, Deal } from "./crm-facts.ts";
import { type DerivationInput, deriveLevels } from "./derive-levels.ts";
import type { DerivedCell } from "./derived-cell.ts";
import { DEFAULT_RULES } from "./rules.ts";

const TODAY = "2026-11-22";

/** Two areas by account, two offerings by product. */
const derive = (deals: readonly Deal[], more: Partial<DerivationInput> = {}) =>
  deriveLevels({
    areas: [
      { id: "north", accounts: ["acc-north"] },
      { id: "south", accounts: ["acc-south"] },
    ],
    offerings: [
      { id: "cooling", name: "Cooling", products: ["p-cool"], terms: ["Kühlmöbel"] },
      { id: "lighting", name: "Lighting", products: ["p-light"], terms: [] },
    ],
    accounts: [],
    deals,
    today: TODAY,
    ...more,
  });

let count = 0;
const deal = (closeDate: string | undefined, value?: number, more: Partial<Deal> = {}): Deal => ({
  id: `deal-${(count += 1)}`,
  name: "A deal",
  account: "acc-north",
  status: "won",
  closeDate,
  value,
  lines: [{ product: "p-cool", productName: "Cool box", value, origin: "line-item" }],
  ...more,
});
const light = (closeDate: string, value?: number, more: Partial<Deal> = {}): Deal =>
  deal(closeDate, value, {
    lines: [{ product: "p-light", productName: "Lamp", value, origin: "line-item" }],
    ...more,
  });
const asset = (more: Partial<AssetFact> = {}): AssetFact => ({
  id: "asset",
  account: "acc-north",
  product: "p-cool",
  productName: "Cool box",
  active: true,
  ...more,
});
const cooling = (deals: readonly Deal[], more: Partial<DerivationInput> = {}): DerivedCell =>
  derive(deals, more).cell("north", "cooling");
const levelOf = (deals: readonly Deal[], more: Partial<DerivationInput> = {}) => {
  const { level, because } = cooling(deals, more);
  return `${level}: ${because}`;
};

describe("a derived level", () => {
  const rest = light("2026-06-01", 100_000);

  it("is strong with three wins in twelve months", () => {
    const wins = ["2025-11-22", "2026-02-01", "2026-11-22"].map((date) => deal(date, 1));
    expect(levelOf([...wins, rest])).toBe("strong: recent-deals");
    expect(levelOf([...wins.slice(1), rest])).toBe("present: recent-win");
  });

  it("counts deals, not lines: three lines of one deal are one win", () => {
    const line = { product: "p-cool", productName: "Cool box", value: 1, origin: "line-item" as const };
    expect(levelOf([deal("2026-05-01", 3, { lines: [line, line, line] }), rest])).toBe("present: recent-win");
  });

  it("is strong with a quarter of the area's won value in twelve months", () => {
    expect(levelOf([deal("2026-05-01", 25_000), light("2026-06-01", 75_000)])).toBe("strong: recent-share");
    expect(levelOf([deal("2026-05-01", 24_999), light("2026-06-01", 75_001)])).toBe("present: recent-win");
  });

  it("measures the share against recent value of this area alone", () => {
    const deals = [
      deal("2026-05-01", 30_000),
      light("2024-06-01", 900_000),
      light("2026-06-01", 900_000, { account: "acc-south" }),
    ];
    expect(cooling(deals)).toMatchObject({
      because: "recent-share",
      recentValue: 30_000,
      areaRecentValue: 30_000,
    });
  });

  it("has value of no offering counted into the area's, so that a share is never flattered", () => {
    const stray = deal("2026-05-01", 90_000, {
      lines: [{ productName: "Training", value: 90_000, origin: "line-item" }],
    });
    expect(levelOf([deal("2026-05-01", 20_000), stray])).toBe("present: recent-win");
  });

  it("is present, not strong by share, where values are unknown or nothing", () => {
    expect(levelOf([deal("2026-05-01", undefined)])).toBe("present: recent-win");
    expect(levelOf([deal("2026-05-01", 0)])).toBe("present: recent-win");
  });

  it("is present with an active asset, also where the win is long ago", () => {
    expect(levelOf([rest], { assets: [asset()] })).toBe("present: active-asset");
    expect(levelOf([deal("2024-11-22", 5), rest], { assets: [asset()] })).toBe("present: active-asset");
    expect(levelOf([rest], { assets: [asset({ active: false })] })).toBe("none: no-win");
    expect(levelOf([rest], { assets: [asset({ until: "2026-11-21" })] })).toBe("none: no-win");
    expect(levelOf([rest], { assets: [asset({ until: TODAY })] })).toBe("present: active-asset");
  });

  it("passes assets over where the admin says so", () => {
    const rules = { ...DEFAULT_RULES, assetsCount: false };
    expect(levelOf([rest], { assets: [asset()], rules })).toBe("none: no-win");
  });

  it("is weak with a win twelve to thirty-six months ago, and none after that", () => {
    expect(levelOf([rest, deal("2025-11-21", 9)])).toBe("weak: fading-win");
    expect(levelOf([rest, deal("2023-11-22", 9)])).toBe("weak: fading-win");
    expect(levelOf([rest, deal("2023-11-21", 9)])).toBe("none: no-win");
  });

  it("is not raised by open or lost deals, which are marked", () => {
    const marked = cooling([
      rest,
      deal("2027-01-01", 500_000, { status: "open" }),
      deal("2026-05-01", 500_000, { status: "lost" }),
    ]);
    expect(marked).toMatchObject({
      level: "none",
      because: "no-win",
      openDeals: 1,
      lostDeals: 1,
      recentValue: 0,
    });
    expect(marked.records.map((record) => record.counts)).toEqual(["open"]);
  });

  it("lists what decided first, newest first, with the way it was found", () => {
    const records = cooling(
      [
        deal("2020-01-01", 1, { id: "older" }),
        deal(undefined, 1, { id: "undated" }),
        deal("2025-01-01", 1, { id: "fading" }),
        deal("2026-01-01", 1, { id: "recent-1" }),
        deal("2026-02-01", 1, { id: "recent-2" }),
        deal("2027-02-01", 1, { id: "open", status: "open" }),
      ],
      { assets: [asset({ since: "2025-01-01" })] },
    ).records;
    expect(records.map((record) => record.id)).toEqual([
      "recent-2",
      "recent-1",
      "asset",
      "fading",
      "open",
      "older",
      "undated",
    ]);
    expect(records[0]).toEqual({
      kind: "deal",
      id: "recent-2",
      counts: "recent",
      date: "2026-02-01",
      amount: 1,
      via: "line-item",
    });
  });

  it("is only told of areas and offerings that were given", () => {
    expect(() => derive([]).cell("west", "cooling")).toThrow(/"west" × "cooling"/);
  });
});

describe("now", () => {
  it("is today while any deal was closed within the recent months", () => {
    expect(derive([deal("2025-11-22")])).toMatchObject({ now: TODAY, nowFromData: false });
    expect(derive([])).toMatchObject({ now: TODAY, nowFromData: false });
  });

  it("is the newest closing date where the data is older, lost deals included and open ones not", () => {
    expect(
      derive([deal("2019-03-31"), deal("2018-01-01"), deal("2027-01-01", 1, { status: "open" })]),
    ).toMatchObject({
      now: "2019-03-31",
      nowFromData: true,
    });
    expect(derive([deal("2018-01-01"), deal("2019-06-30", 1, { status: "lost" })]).now).toBe("2019-06-30");
    expect(derive([deal("2025-11-21")]).now).toBe("2025-11-21");
  });

  it("makes old data speak: its last twelve months are recent", () => {
    expect(levelOf([deal("2019-03-31", 5), light("2018-04-01", 100)])).toBe("present: recent-win");
    expect(levelOf([deal("2018-03-30", 5), light("2019-03-31", 100)])).toBe("weak: fading-win");
  });

  it("counts months to their ends: from 29 February back to 28 February", () => {
    const more = { today: "2024-02-29" };
    expect(levelOf([deal("2023-02-28", 1), light("2024-01-01", 99)], more)).toBe("present: recent-win");
    expect(levelOf([deal("2023-02-27", 1), light("2024-01-01", 99)], more)).toBe("weak: fading-win");
  });

  it("refuses a today that is no date", () => {
    expect(() => derive([], { today: "today" })).toThrow(/no date YYYY-MM-DD/);
  });
});
