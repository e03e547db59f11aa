import { PORTFOLIO_FILTERS, PORTFOLIO_GROUPS, PORTFOLIO_SORTS, toRecordId } from "@sweetspot/contract";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fromQueryText, toQueryText } from "./portfolio-query.model.ts";

test("every view of the portfolio has an address that leads back to it", () => {
  const query = fc.record(
    {
      search: fc.string({ minLength: 1 }),
      sort: fc.constantFrom(...PORTFOLIO_SORTS),
      reversed: fc.constant(true),
      group: fc.constantFrom(...PORTFOLIO_GROUPS),
      only: fc.constantFrom(...PORTFOLIO_FILTERS),
      without: fc.string({ minLength: 1 }).map((text) => toRecordId(text)),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(query, (asked) => {
      expect(fromQueryText(toQueryText(asked))).toEqual(asked);
    }),
  );
});

test("an address somebody has spoilt asks for what is left of it", () => {
  expect(fromQueryText("sort=sideways&group=&only=x&search=nord&reversed=perhaps")).toEqual({
    search: "nord",
  });
});
