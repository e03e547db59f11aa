import { accountScope, type PlanRecord, toRecordId } from "@sweetspot/contract";
import { describe, expect, test } from "vitest";
import { removalIssues } from "./commit-references.ts";
import { referrersAmong } from "./references.ts";

const COUNT = 500;
const numbers = Array.from({ length: COUNT }, (_, at) => at);
const idOf = (at: number) => toRecordId(`area-${at}`);

/** Areas, each below the one before it, that count how often their fields are looked at. */
function createChain() {
  const looks = { count: 0 };
  const records = numbers.map((at): PlanRecord => {
    const fields = { name: `Area ${at}`, perspective: "p", ...(at === 0 ? {} : { parent: idOf(at - 1) }) };
    return {
      id: toRecordId(`${idOf(at)}`),
      type: "area",
      revision: 1,
      schema: 1,
      get fields() {
        looks.count += 1;
        return fields;
      },
      createdBy: toRecordId("mara"),
      createdAt: "2026-01-01T00:00:00.000Z",
      updatedBy: toRecordId("mara"),
      updatedAt: "2026-01-01T00:00:00.000Z",
    };
  });
  return { looks, records };
}

describe("who refers to a record", () => {
  test("is found for all records by looking through each of them once", () => {
    const { looks, records } = createChain();
    const referrers = referrersAmong(records);
    const found = numbers.map((at) => referrers(idOf(at)).map((record) => record.id));
    expect(found).toEqual(numbers.map((at) => (at === COUNT - 1 ? [] : [idOf(at + 1)])));
    expect(looks.count).toBe(COUNT);
  });

  test("is not looked for where nobody asks", () => {
    const { looks, records } = createChain();
    referrersAmong(records);
    expect(looks.count).toBe(0);
  });

  test("does not make a commit slower than its records where it removes many and puts many", () => {
    const { looks, records } = createChain();
    const removes = numbers.map((at) => ({ id: toRecordId(`old-${at}`), base: 1 }));
    const commit = { scope: accountScope(toRecordId("acme")), key: "key-12345", puts: [], removes };
    const world = { copy: () => undefined, inLibrary: () => undefined, referrers: () => [] };
    expect(removalIssues(commit, records, world)).toEqual([]);
    expect(looks.count).toBeLessThanOrEqual(COUNT);
  });
});
