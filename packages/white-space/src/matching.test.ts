import { describe, expect, it } from "vitest";
import type { Deal } from "./crm-facts.ts";
import { type DerivationInput, deriveLevels } from "./derive-levels.ts";

const won = (id: string, more: Partial<Deal> = {}): Deal => ({
  id,
  name: "A deal",
  account: "acc",
  status: "won",
  closeDate: "2026-10-01",
  value: 100,
  ...more,
});

const derive = (deals: readonly Deal[], more: Partial<DerivationInput> = {}) =>
  deriveLevels({
    areas: [{ id: "area", accounts: ["acc"] }],
    offerings: [
      { id: "payroll", name: "Payroll", products: ["p-pay"], terms: ["Gehaltsabrechnung"] },
      { id: "temp", name: "Temporary employment", products: ["p-temp"], terms: ["TE"] },
    ],
    accounts: [{ id: "acc", attributes: {} }],
    deals,
    today: "2026-11-22",
    ...more,
  });

describe("an area", () => {
  const byRule = (deals: readonly Deal[], accounts: DerivationInput["accounts"]) =>
    derive(
      deals.map((deal) => ({ ...deal, name: "Payroll" })),
      {
        accounts,
        areas: [
          { id: "cluj", accounts: [], rule: { field: "Région", value: "Transilvania" } },
          { id: "kiel", accounts: ["acc-kiel"], rule: { field: "region", value: "NORD" } },
        ],
      },
    );

  it("finds records by a rule, whatever the case and accents", () => {
    const derived = byRule([won("d")], [{ id: "acc", attributes: { REGION: " transilvanía " } }]);
    expect(derived.cell("cluj", "payroll").records.map(({ id }) => id)).toEqual(["d"]);
  });

  it("finds them by accounts and by rule alike, but each once", () => {
    const accounts = [
      { id: "acc-kiel", attributes: { Region: "Nord" } },
      { id: "acc", attributes: { Region: "nord" } },
    ];
    const derived = byRule([won("d1", { account: "acc-kiel" }), won("d2")], accounts);
    expect(derived.cell("kiel", "payroll").records.map(({ id }) => id)).toEqual(["d1", "d2"]);
  });

  it("lets the deal's own field decide before its account's, and an empty one not", () => {
    const accounts = [{ id: "acc", attributes: { Region: "Nord" } }];
    const derived = byRule(
      [won("own", { attributes: { Region: "Transilvania" } }), won("empty", { attributes: { Region: " " } })],
      accounts,
    );
    expect(derived.cell("cluj", "payroll").records.map(({ id }) => id)).toEqual(["own"]);
    expect(derived.cell("kiel", "payroll").records.map(({ id }) => id)).toEqual(["empty"]);
  });

  it("without accounts and rule finds nothing", () => {
    const derived = derive([won("d", { name: "Payroll" })], {
      areas: [{ id: "area", accounts: [], rule: { field: "", value: "" } }],
    });
    expect(derived.cell("area", "payroll").records).toEqual([]);
    expect(derived.unmatched.byOffering.get("payroll")).toMatchObject([{ id: "d", areas: [] }]);
  });
});

describe("an offering", () => {
  const recordsOf = (deal: Deal, offering: string) =>
    derive([deal])
      .cell("area", offering)
      .records.map(({ via, amount }) => [via, amount]);

  it("is found by a line's product, whatever the product is called", () => {
    const line = {
      product: "p-pay",
      productName: "Temporary employment",
      value: 40,
      origin: "line-item" as const,
    };
    expect(recordsOf(won("d", { lines: [line] }), "payroll")).toEqual([["line-item", 40]]);
    expect(recordsOf(won("d", { lines: [line] }), "temp")).toEqual([]);
  });

  it("is found by the words of a product no offering lists", () => {
    const line = {
      product: "p-x",
      productName: "GEHALTSABRECHNUNG 2027",
      value: 40,
      origin: "line-item" as const,
    };
    expect(recordsOf(won("d", { lines: [line] }), "payroll")).toEqual([["line-item", 40]]);
  });

  it("is found by the one product of a deal without line items, at the deal's value", () => {
    const line = { product: "p-pay", productName: "Payroll run", origin: "opportunity" as const };
    expect(recordsOf(won("d", { lines: [line] }), "payroll")).toEqual([["opportunity-product", 100]]);
  });

  it("is found by the deal's name only where nothing else is known", () => {
    expect(recordsOf(won("d", { name: "Payroll 2027" }), "payroll")).toEqual([["name", 100]]);
    const stranger = { productName: "Training", origin: "line-item" as const };
    expect(recordsOf(won("d", { name: "Payroll 2027", lines: [stranger] }), "payroll")).toEqual([]);
  });

  it("shares a deal's value only where lines say how: nothing is split by guess", () => {
    const both = won("d", { name: "Payroll and temporary employment" });
    expect(recordsOf(both, "payroll")).toEqual([["name", undefined]]);
    expect(derive([both]).cell("area", "payroll")).toMatchObject({
      level: "present",
      recentValue: 0,
      areaRecentValue: 100,
    });
    const lines = [
      { product: "p-pay", productName: "", value: 30, origin: "line-item" as const },
      { product: "p-temp", productName: "", value: 70, origin: "line-item" as const },
      { product: "p-pay", productName: "", value: 5, origin: "line-item" as const },
    ];
    expect(recordsOf(won("d", { lines }), "payroll")).toEqual([["line-item", 35]]);
  });
});

describe("the basis", () => {
  const line = { product: "p-pay", productName: "", origin: "line-item" as const };
  const byLine = won("a", { lines: [line] });
  const byProduct = won("b", { lines: [{ ...line, origin: "opportunity" }] });

  it("says where the knowledge comes from", () => {
    expect(derive([byLine]).basis).toBe("line-items");
    expect(derive([byProduct]).basis).toBe("opportunity-product");
    expect(derive([won("c")]).basis).toBe("deal-names");
    expect(derive([byLine, won("c"), won("e", { lines: [] })])).toMatchObject({
      basis: "mixed",
      basisCounts: { "line-items": 1, "opportunity-product": 0, "deal-names": 2 },
    });
    expect(derive([]).basis).toBe("line-items");
  });
});

describe("what matches nothing", () => {
  it("is shown with its product text and value, not lost", () => {
    const lines = [
      { product: "p-pay", productName: "Payroll", value: 60, origin: "line-item" as const },
      { productName: "Training", value: 40, origin: "line-item" as const },
    ];
    const derived = derive(
      [
        won("part", { lines }),
        won("stray", { name: "Workshop", account: undefined, status: "open", closeDate: "2027-01-01" }),
        won("lost", { name: "Workshop", account: undefined, status: "lost" }),
      ],
      { assets: [{ id: "box", account: "acc-gone", productName: "Payroll terminal", active: true }] },
    );
    expect(derived.unmatched.byArea.get("area")).toEqual([
      {
        kind: "deal",
        id: "part",
        status: "won",
        what: "Training",
        date: "2026-10-01",
        amount: 40,
        areas: ["area"],
        offerings: [],
      },
    ]);
    expect(derived.unmatched.byOffering.get("payroll")).toMatchObject([
      { kind: "asset", id: "box", status: "asset" },
    ]);
    expect(derived.unmatched.records.map(({ id }) => id)).toEqual(["part", "stray", "box"]);
  });
});
