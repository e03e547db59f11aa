import {
  EMPTY,
  type Field,
  HIDDEN,
  known,
  type Money,
  type Opportunity,
  toRecordId,
} from "@sweetspot/contract";
import { expect, test } from "vitest";
import { toPulse } from "./pulse.model.ts";

const TODAY = "2026-03-10";
const euro = (amount: number): Field<Money> => known({ amount, currency: "EUR" });

function deal(
  status: Opportunity["status"],
  closeDate: Field<string>,
  amount: Field<Money> = EMPTY,
): Opportunity {
  const id = toRecordId(`${status}-${JSON.stringify(closeDate)}`);
  return {
    id,
    name: "Deal",
    account: EMPTY,
    status,
    stage: EMPTY,
    amount,
    closeDate,
    owner: EMPTY,
    lineItems: EMPTY,
    attributes: {},
  };
}

const pulse = (...opportunities: Opportunity[]) => toPulse({ opportunities, gaps: [] }, TODAY);

test("a deal that closes today is still to come; one of yesterday is overdue", () => {
  const result = pulse(
    deal("open", known("2026-03-09")),
    deal("open", known("2026-03-10")),
    deal("open", known("2026-05-01")),
  );
  expect(result).toMatchObject({ openDeals: 3, overdue: 1, nextClose: known("2026-03-10") });
});

test("amounts of different currencies are never added", () => {
  const dollars = known({ amount: 70, currency: "USD" });
  const result = pulse(
    deal("open", EMPTY, euro(30)),
    deal("open", EMPTY, dollars),
    deal("open", EMPTY, euro(20)),
  );
  expect(result.openValue).toEqual([
    { currency: "USD", amount: 70 },
    { currency: "EUR", amount: 50 },
  ]);
});

test("the last win is the latest one, and lost deals say nothing", () => {
  const result = pulse(
    deal("won", known("2024-01-31")),
    deal("won", known("2025-11-02")),
    deal("lost", known("2026-02-02")),
  );
  expect(result.lastWin).toEqual(known("2025-11-02"));
  expect(result.openDeals).toBe(0);
});

test("a date withheld by field security reads as hidden, never as none", () => {
  expect(pulse(deal("won", HIDDEN)).lastWin).toEqual(HIDDEN);
  expect(pulse(deal("won", HIDDEN)).partlyHidden).toBe(true);
  expect(pulse().lastWin).toEqual(EMPTY);
  expect(pulse().partlyHidden).toBe(false);
});
