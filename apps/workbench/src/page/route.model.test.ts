import { toRecordId } from "@sweetspot/contract";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { RELATION_PARTS, type Route, toHash, toRoute } from "./route.model.ts";

test("every account has an address that leads back to it, whatever its id holds", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (text) => {
      const route: Route = { page: "account", account: toRecordId(text) };
      expect(toRoute(toHash(route))).toEqual(route);
    }),
  );
});

test("a search can be bookmarked", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (search) => {
      expect(toRoute(toHash({ page: "accounts", search }))).toEqual({ page: "accounts", search });
    }),
  );
});

test("a view of the portfolio can be bookmarked", () => {
  const route: Route = { page: "portfolio", query: "sort=gaps&search=a%26b" };
  expect(toRoute(toHash(route))).toEqual(route);
  expect(toRoute("#/portfolio")).toEqual({ page: "portfolio", query: "" });
});

test("each part about relations has an address; without one it is the first", () => {
  for (const part of RELATION_PARTS)
    expect(toRoute(toHash({ page: "relations", part }))).toEqual({ page: "relations", part });
  expect(toRoute("#/relations")).toEqual({ page: "relations", part: "sources" });
});

test("an address that leads nowhere says so", () => {
  for (const hash of [
    "#/nowhere",
    "#/accounts/a/b",
    "#/accounts/%E0%A4%A",
    "#/import/x",
    "#/relations/x",
    "#/relations/people/x",
  ])
    expect(toRoute(hash)).toEqual({ page: "unknown" });
  for (const hash of ["", "#", "#/", "#/accounts"])
    expect(toRoute(hash)).toEqual({ page: "accounts", search: "" });
});
