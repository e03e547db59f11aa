import type { PlanFields, PlanStore } from "@sweetspot/contract";
import { toRecordId } from "@sweetspot/contract";
import type { CrmPurchases } from "@sweetspot/crm-sql";
import { describe, expect, it } from "vitest";
import { createInsightBooks, type InsightOrigin } from "./insight-books.ts";

/** A database that counts how often it is read, and says what it is told to say. */
function createOrigin(tenant = "local", key = "all") {
  const reads = { purchases: 0, library: 0 };
  const state = { version: 1, type: "offering", fields: { name: "Pumps" } as PlanFields, fails: false };
  const purchases: CrmPurchases = {
    counted: (countsUnseen) => ({
      key: `${key}${String(countsUnseen)}`,
      rootOf: async (account) => account,
      newestClosing: async () => undefined,
      async *read() {
        reads.purchases += 1;
        if (state.fails) throw new Error("gone");
        yield [{ customer: toRecordId("one"), traits: [], bought: [] }];
      },
    }),
    names: async () => new Map(),
    libraryVersion: async () => state.version,
  };
  const record = () => ({ id: "record", type: state.type, schema: 1, revision: 1, fields: state.fields });
  const store = {
    load: async () => ((reads.library += 1), [{ records: [record()] }]),
  } as unknown as PlanStore;
  const origin: InsightOrigin = { tenant, purchases, store };
  return { origin, reads, state };
}

function createClock() {
  let at = Date.parse("2026-11-22T10:00:00Z");
  return { now: () => at, pass: (milliseconds: number) => void (at += milliseconds) };
}

describe("a book of customers", () => {
  it("is read once for all who ask at the same time, and kept", async () => {
    const { origin, reads } = createOrigin();
    const books = createInsightBooks(createClock());
    const [one, other] = await Promise.all([books.of(origin), books.of(origin)]);
    expect(other.book).toBe(one.book);
    expect((await books.of(origin)).book).toBe(one.book);
    expect(reads).toEqual({ purchases: 1, library: reads.library });
  });

  it("is read anew where offerings are others, not where something else in the library is", async () => {
    const { origin, reads, state } = createOrigin();
    const books = createInsightBooks(createClock());
    await books.of(origin);
    state.version = 2;
    await books.of(origin);
    expect(reads.purchases).toBe(1);
    state.version = 3;
    state.fields = { name: "Valves" };
    const { book } = await books.of(origin);
    expect(book.offerings.map(({ name }) => name)).toEqual(["Valves"]);
    expect(reads.purchases).toBe(2);
  });

  it("is tried again at the next question where reading failed", async () => {
    const { origin, state } = createOrigin();
    const books = createInsightBooks(createClock());
    state.fails = true;
    await expect(books.of(origin)).rejects.toThrow("gone");
    state.fails = false;
    expect((await books.of(origin)).book.matrix.customers).toEqual(["one"]);
  });

  it("keeps nobody waiting who leaves, and is finished for the others", async () => {
    const { origin, reads } = createOrigin();
    const books = createInsightBooks(createClock());
    const leaving = new AbortController();
    const left = books.of(origin, { signal: leaving.signal });
    leaving.abort(new Error("left the page"));
    await expect(left).rejects.toThrow("left the page");
    await books.of(origin);
    expect(reads.purchases).toBe(1);
  });

  it("is let go when nobody asks for long, and when all are too large the one asked longest ago", async () => {
    const clock = createClock();
    const [one, other] = [createOrigin("one"), createOrigin("other")];
    const books = createInsightBooks({ ...clock, idleMs: 60_000, mostCustomers: 1 });
    await books.of(one.origin);
    clock.pass(10);
    await books.of(other.origin);
    expect(books.size).toEqual({ books: 2, customers: 2 });
    books.sweep();
    expect(books.size).toEqual({ books: 1, customers: 1 });
    await books.of(other.origin);
    expect(other.reads.purchases).toBe(1);
    clock.pass(60_000);
    books.sweep();
    expect(books.size).toEqual({ books: 0, customers: 0 });
  });
});
