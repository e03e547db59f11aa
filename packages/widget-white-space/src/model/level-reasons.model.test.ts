import { HIDDEN } from "@sweetspot/contract";
import { buildAccount, buildLineItem, buildOpportunity, money } from "@sweetspot/fixtures";
import { hiddenFieldsOf, lastWon, toCrmFacts, toLevelReasons } from "@sweetspot/white-space-plan";
import { expect, test } from "vitest";
import { seed, stagePlan } from "../stage.fixture.ts";

const deal = (id: string, closeDate: string, status: "won" | "open" = "won", currency = "EUR") =>
  buildOpportunity(id, `Deal ${id}`, {
    account: "customer",
    status,
    stage: status === "won" ? "Closed won" : "Proposal",
    closeDate,
    amount: money(1000, currency),
    lineItems: [buildLineItem(`${id}-line`, "Audit", { amount: money(1000, currency) })],
  });
const opportunities = [
  deal("fresh", "2026-08-01"),
  deal("fresher", "2026-10-01"),
  deal("dollar", "2026-09-01", "won", "USD"),
  deal("fading", "2025-01-01"),
  deal("ancient", "2019-01-01"),
  deal("pending", "2027-01-01", "open"),
];
const account = buildAccount("customer", "Customer");
const facts = toCrmFacts({ account, family: [], assets: [], opportunities });
const stage = stagePlan(
  {
    plan: [
      seed("perspective", "p", { name: "P" }),
      seed("area", "a", { perspective: "p", name: "A", accounts: ["customer"] }),
    ],
    library: [seed("offering", "audit", { name: "Audit" })],
  },
  facts,
);

test("every record stands under the rule that looked at it, and one rule decided", () => {
  const derived = stage.model().cell("a", "audit").derived;
  if (!derived) throw new Error("A leaf cell has a derived level.");
  const groups = toLevelReasons(derived, { opportunities, assets: [], currency: facts.currency });
  expect(
    groups.map((group) => [group.rule, group.decides, group.records.map((record) => record.id), group.value]),
  ).toEqual([
    ["recent", true, ["fresher", "dollar", "fresh"], 2000],
    ["asset", false, [], 0],
    ["fading", false, ["fading"], 1000],
    ["older", false, ["ancient"], 1000],
    ["open", false, ["pending"], 1000],
  ]);
  expect(groups[0]?.records[0]).toMatchObject({
    name: "Deal fresher",
    date: "2026-10-01",
    amount: { amount: 1000, currency: "EUR" },
    stage: "Closed won",
  });
  expect(lastWon(derived)).toBe("2026-10-01");
});

test("another currency counts as a deal, never as value, and is said", () => {
  expect(facts.currency).toBe("EUR");
  expect(facts.otherCurrencies).toBe(1);
});

test("a hidden field is named, an empty one is not", () => {
  const hidden = opportunities.map((item) => (item.id === "fresh" ? { ...item, amount: HIDDEN } : item));
  expect(hiddenFieldsOf({ account, family: [], opportunities: hidden }, stage.plan)).toEqual(["amount"]);
  expect(hiddenFieldsOf({ account, family: [], opportunities }, stage.plan)).toEqual([]);
});
