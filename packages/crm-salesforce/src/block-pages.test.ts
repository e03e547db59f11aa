import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BlockList, BLOCK_ROWS, readPlace, rowsFor, toBlockPage } from "./block-pages.ts";
import type { SalesforceConnection } from "./raw/graphql-response.ts";

interface Row {
  readonly Id: string;
  readonly sort: number;
}

const list: BlockList<Row, Row> = {
  query: ["rows"],
  toItem: (row) => row,
  compare: (one, other) => one.sort - other.sort || (one.Id < other.Id ? -1 : 1),
  keeps: (row) => row.sort % 3 !== 0,
};

/** Rows as Salesforce pages through them: in its own order, with a cursor each. */
function ask(rows: readonly Row[], after: string | null, first: number): SalesforceConnection<Row> {
  const start = after === null ? 0 : Number(after) + 1;
  const edges = rows
    .slice(start, start + first)
    .map((node, index) => ({ cursor: String(start + index), node }));
  return {
    edges,
    pageInfo: { hasNextPage: start + first < rows.length, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** The list read with these page sizes, one after the other. */
function readWith(rows: readonly Row[], limits: readonly number[]): string[] {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < rows.length + 10; count += 1) {
    const limit = limits[count % limits.length] ?? 1;
    const place = readPlace(list.query, { limit, ...(cursor === undefined ? {} : { cursor }) });
    const page = toBlockPage(list, ask(rows, place.after, rowsFor(place)), place);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    ids.push(...page.items.map((row) => row.Id));
    if (page.next === undefined) return ids;
    cursor = page.next;
  }
  throw new Error("The pages never end.");
}

const rowsOf = (sorts: readonly number[]): Row[] => sorts.map((sort, index) => ({ Id: String(index), sort }));

describe("pages of blocks", () => {
  it("give every row that belongs to the list once, in one order, whatever their sizes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { maxLength: 3 * BLOCK_ROWS + 7, size: "max" }),
        fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 4 }),
        (sorts, limits) => {
          const rows = rowsOf(sorts);
          const whole = readWith(rows, [2000]);
          expect(whole.toSorted()).toEqual(
            rows
              .filter((row) => row.sort % 3 !== 0)
              .map((row) => row.Id)
              .toSorted(),
          );
          expect(readWith(rows, limits)).toEqual(whole);
        },
      ),
      // Lists this long take minutes to shrink.
      { numRuns: 40, endOnFailure: true },
    );
  });

  it("are in the port's order where the list fits into one block", () => {
    const rows = rowsOf([7, 5, 4, 5, 1]);
    expect(readWith(rows, [2])).toEqual(["4", "2", "1", "3", "0"]);
  });

  it("ask for whole blocks, and never for more than Salesforce gives", () => {
    expect(rowsFor({ after: null, offset: 0, limit: 1 })).toBe(200);
    expect(rowsFor({ after: null, offset: 150, limit: 200 })).toBe(400);
    expect(rowsFor({ after: null, offset: 150, limit: 2000 })).toBe(2000);
  });

  it.each([
    "",
    "null",
    "{}",
    "[]",
    '["rows"]',
    '["rows",null,-1]',
    '["rows",null,1.5]',
    '["other",null,5]',
    '["rows",7,5]',
    '["rows", null, 5]',
  ])("refuse %s as a cursor", (cursor) => {
    expect(() => readPlace(list.query, { cursor })).toThrow(expect.objectContaining({ code: "malformed" }));
  });
});
