import { EMPTY, HIDDEN, known, type Opportunity } from "@sweetspot/contract";
import { buildAccount, buildOpportunity, money } from "@sweetspot/fixtures";
import { expect, test } from "vitest";
import { currencyOf, listDeals, toFamilyTree, toHighlights, toWebAddress } from "./record.model.ts";

const TODAY = "2026-11-22";
const deal = (
  name: string,
  status: Opportunity["status"],
  closeDate: string,
  amount = 100,
  currency = "EUR",
) => buildOpportunity(name, name, { status, closeDate, amount: money(amount, currency) });

test("won and open deals are summed up apart for each currency, and hidden amounts are counted", () => {
  const deals = [
    deal("a", "won", "2026-02-01", 100),
    deal("b", "won", "2026-11-22", 50),
    deal("c", "won", "2025-11-22", 999),
    deal("d", "open", "2027-01-30", 20),
    deal("e", "open", "2026-12-01", 30, "USD"),
    deal("f", "open", "2026-01-01", 5),
    { ...deal("g", "open", "2027-02-01"), amount: HIDDEN },
  ];
  expect(toHighlights(deals, TODAY)).toEqual({
    won: { amounts: [money(150)], hidden: 0 },
    wonUntil: undefined,
    open: { amounts: [money(30, "USD"), money(25)], hidden: 1 },
    openCount: 4,
    nextClose: { name: "e", date: "2026-12-01" },
  });
});

test("an export that ends years ago is summed up to its own end, and says so", () => {
  const deals = [
    deal("a", "won", "2017-12-20", 70),
    deal("b", "won", "2017-01-02", 30),
    deal("c", "won", "2016-12-20", 1),
  ];
  expect(toHighlights(deals, TODAY)).toMatchObject({
    won: { amounts: [money(100)] },
    wonUntil: "2017-12-20",
  });
});

test("open deals stand in the order they are due, closed ones newest first", () => {
  const deals = [
    deal("won", "won", "2026-01-01"),
    deal("late", "open", "2027-05-01"),
    deal("lost", "lost", "2026-06-01"),
    deal("soon", "open", "2026-12-01"),
  ];
  expect(listDeals(deals, "all").map(({ name }) => name)).toEqual(["soon", "late", "lost", "won"]);
  expect(listDeals(deals, "won").map(({ name }) => name)).toEqual(["won"]);
});

test("a family is read as a tree, and a circle of parents ends by itself", () => {
  const family = [
    buildAccount("top", "Top", { parent: "above" }),
    buildAccount("b", "B", { parent: "top" }),
    buildAccount("a", "A", { parent: "top" }),
    buildAccount("b1", "B1", { parent: "b" }),
  ];
  expect(toFamilyTree(family).map(({ account, depth }) => `${depth} ${account.name}`)).toEqual([
    "0 Top",
    "1 B",
    "2 B1",
    "1 A",
  ]);
  const circle = [buildAccount("x", "X", { parent: "y" }), buildAccount("y", "Y", { parent: "x" })];
  expect(toFamilyTree(circle)).toHaveLength(2);
});

test("only web pages become links", () => {
  expect(toWebAddress(known("nordwind.example"))).toBe("https://nordwind.example/");
  expect(toWebAddress(known("http://nordwind.example/a"))).toBe("http://nordwind.example/a");
  for (const text of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "a b"])
    expect(toWebAddress(known(text))).toBeUndefined();
  expect(toWebAddress(EMPTY)).toBeUndefined();
});

test("new amounts are entered in the currency most deals are in", () => {
  const view = {
    opportunities: [
      deal("a", "won", TODAY, 1, "USD"),
      deal("b", "won", TODAY, 1, "CHF"),
      deal("c", "open", TODAY, 1, "CHF"),
    ],
    account: undefined,
  };
  expect(currencyOf(view as never)).toBe("CHF");
  expect(currencyOf({ opportunities: [], account: undefined } as never)).toBe("EUR");
});
