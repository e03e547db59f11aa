import { toRecordId } from "@sweetspot/contract";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { barrierId } from "./entities/barrier.ts";
import { cellId } from "./entities/cell.ts";
import { dismissedSuggestionId } from "./entities/dismissed-suggestion.ts";

const id = fc
  .oneof(fc.constantFrom("a", "b", "a:b", "b:c", "c", "%3A", "a%"), fc.uuid())
  .map((text) => toRecordId(text));

test("two cells have one id only if they are of one area and one offering", () => {
  expect(cellId(toRecordId("area-1"), toRecordId("offering-1"))).toBe("cell:area-1:offering-1");
  fc.assert(
    fc.property(id, id, id, id, (area, offering, otherArea, otherOffering) => {
      const same = area === otherArea && offering === otherOffering;
      expect(cellId(area, offering) === cellId(otherArea, otherOffering)).toBe(same);
    }),
    { numRuns: 1000 },
  );
});

test("two barriers have one id only if they are between the same two areas, in whatever order", () => {
  expect(barrierId(toRecordId("b"), toRecordId("a"))).toBe("barrier:a:b");
  fc.assert(
    fc.property(id, id, id, id, (one, other, third, fourth) => {
      const same = [one, other].toSorted().join("\n") === [third, fourth].toSorted().join("\n");
      expect(barrierId(one, other) === barrierId(third, fourth)).toBe(same);
    }),
    { numRuns: 1000 },
  );
});

test("a suggestion is turned down once for the customer and once for each of its areas", () => {
  expect(dismissedSuggestionId("lookalikes", toRecordId("offering-1"))).toBe(
    "dismissed-suggestion:lookalikes:offering-1",
  );
  fc.assert(
    fc.property(id, fc.option(id), id, fc.option(id), (offering, area, otherOffering, otherArea) => {
      const same = area === otherArea && offering === otherOffering;
      const one = dismissedSuggestionId("sisters", offering, area ?? undefined);
      expect(one === dismissedSuggestionId("sisters", otherOffering, otherArea ?? undefined)).toBe(same);
    }),
    { numRuns: 1000 },
  );
});
