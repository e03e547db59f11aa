import { type RecordId, toRecordId } from "@sweetspot/contract";
import type { SqlRelations, StoredChanges, StoredPart } from "@sweetspot/crm-sql";
import { CONFORMANCE_RELATIONS as WHO, CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { createRelationBooks, type RelationOrigin } from "./relation-books.ts";

const world = conformanceWorld();
const START = Date.parse("2026-11-22T10:00:00Z");
const view = { me: CONFORMANCE_USERS.rep };

/** A database that counts how often it is read, and says what it is told to say. */
function createOrigin(tenant = "local") {
  const reads = { whole: 0, changes: 0, crm: 0, rules: 0 };
  const state = { rules: {} as object, told: undefined as StoredChanges | undefined, revision: 1 };
  const stored = {
    async *load(): AsyncGenerator<StoredPart> {
      reads.whole += 1;
      yield { revision: state.revision, ...world.relations };
    },
    async changesSince(revision: number): Promise<StoredChanges> {
      reads.changes += 1;
      const { told } = state;
      state.told = undefined;
      return told ?? { revision, reload: false, changes: {} };
    },
  } as unknown as SqlRelations;
  const origin: RelationOrigin = {
    tenant,
    stored,
    readCrm: async () => ((reads.crm += 1), world),
    readRules: async () => ((reads.rules += 1), { ...state.rules }),
  };
  return { origin, reads, state };
}

function createClock() {
  let at = START;
  return { now: () => at, pass: (milliseconds: number) => void (at += milliseconds) };
}

const strengthTo = async (
  books: ReturnType<typeof createRelationBooks>,
  origin: RelationOrigin,
  person: RecordId,
): Promise<number> =>
  (await books.of(origin)).book.findPaths({ to: { person } }, view).paths[0]?.strength ?? 0;

describe("the book of a tenant", () => {
  it("is made once for all who ask at the same time, and kept", async () => {
    const { origin, reads } = createOrigin();
    const books = createRelationBooks(createClock());
    const [one, other] = await Promise.all([books.of(origin), books.of(origin)]);
    expect(other.book).toBe(one.book);
    expect((await books.of(origin)).book).toBe(one.book);
    expect(reads).toMatchObject({ whole: 1, crm: 1 });
  });

  it("is told within a second what other gateways have written, and at once what this one has", async () => {
    const clock = createClock();
    const { origin, state, reads } = createOrigin();
    const books = createRelationBooks(clock);
    const before = await strengthTo(books, origin, WHO.near);
    expect(before).toBeGreaterThan(0);
    const gone = world.relations!.ties.flatMap(({ person, key }) =>
      person === "mara" ? [toRecordId(`Register/${key}`)] : [],
    );
    state.told = { revision: 2, reload: false, changes: { removed: { ties: gone } } };
    expect(await strengthTo(books, origin, WHO.near)).toBe(before);
    clock.pass(1000);
    expect(await strengthTo(books, origin, WHO.near)).toBe(0);
    state.told = {
      revision: 3,
      reload: false,
      changes: { ties: world.relations!.ties.filter(({ person }) => person === "mara") },
    };
    books.touch("local");
    expect(await strengthTo(books, origin, WHO.near)).toBeCloseTo(before, 9);
    expect(reads.whole).toBe(1);
  });

  it("is made anew where the changes are too many, the rules are others, or the day is", async () => {
    const clock = createClock();
    const { origin, state, reads } = createOrigin();
    const books = createRelationBooks(clock);
    const before = await strengthTo(books, origin, WHO.near);
    state.told = { revision: 9, reload: true };
    books.touch("local");
    await books.of(origin);
    expect(reads.whole).toBe(2);
    state.rules = { board: 0.1, club: 0.1 };
    clock.pass(31_000);
    expect(await strengthTo(books, origin, WHO.near)).toBeLessThan(before);
    expect(reads.whole).toBe(3);
    clock.pass(86_400_000);
    await books.of(origin);
    expect(reads.whole).toBe(4);
  });

  it("reads the CRM again where it has changed, and tells what is new alone", async () => {
    const { origin, reads } = createOrigin();
    const books = createRelationBooks(createClock());
    const { book } = await books.of(origin);
    const { size } = book;
    books.touch("local", "crm");
    expect((await books.of(origin)).book.size.ties).toBe(size.ties);
    expect(reads).toMatchObject({ whole: 1, crm: 2 });
  });

  it("is let go when nobody asks for long, and when all are too large the one asked longest ago", async () => {
    const clock = createClock();
    const [one, other] = [createOrigin("one"), createOrigin("other")];
    const alone = createRelationBooks(clock);
    await alone.of(createOrigin().origin);
    const books = createRelationBooks({ ...clock, idleMs: 60_000, mostRecords: alone.size.records - 1 });
    await books.of(one.origin);
    clock.pass(10);
    await books.of(other.origin);
    expect(books.size.books).toBe(2);
    books.sweep();
    expect(books.size.books).toBe(1);
    await books.of(other.origin);
    expect([one.reads.whole, other.reads.whole]).toEqual([1, 1]);
    clock.pass(60_000);
    books.sweep();
    expect(books.size.books).toBe(0);
  });

  it("is tried again after a database that did not answer, and nobody who leaves waits for it", async () => {
    const { origin, reads } = createOrigin();
    let isDown = true;
    const flaky = { ...origin, readRules: async () => (isDown ? Promise.reject(new Error("down")) : {}) };
    const books = createRelationBooks(createClock());
    await expect(books.of(flaky)).rejects.toThrow("down");
    isDown = false;
    const leaving = new AbortController();
    const asked = books.of(flaky, { signal: leaving.signal });
    leaving.abort(new Error("left"));
    await expect(asked).rejects.toThrow("left");
    await books.of(flaky);
    expect(reads.whole).toBe(2);
  });
});

describe("the book of a CRM that is read as its users look at it", () => {
  const part = {
    ...world,
    contacts: world.contacts.filter(({ id }) => id === "con-asa"),
    opportunities: [],
    involvements: [],
  };

  it("keeps what each has told, and forgets it with the day", async () => {
    const clock = createClock();
    const { readCrm: _readCrm, ...origin } = createOrigin("hubspot:1").origin;
    const books = createRelationBooks(clock);
    const knows = async () => (await books.of(origin)).book.findPerson({ contact: toRecordId("con-asa") });
    expect(await knows()).toBeUndefined();
    await books.noteCrm(origin, part);
    await books.noteCrm(origin, { ...part, contacts: [] });
    expect(await knows()).toBeDefined();
    clock.pass(86_400_000);
    expect(await knows()).toBeUndefined();
  });
});
