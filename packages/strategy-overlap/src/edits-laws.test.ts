import type { PlanEdit, PlanRecord, RecordId } from "@sweetspot/contract";
import { isTombstone, type StoredCopy } from "@sweetspot/contract";
import { type GoldenBoard, goldenBoards } from "@sweetspot/fixtures";
import {
  applyCommit,
  findEntity,
  insight,
  recordsOf,
  referencesOf,
  referrersAmong,
  strategyLevel,
  sweetSpot,
} from "@sweetspot/plan-model";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sideOf } from "./board.ts";
import {
  dismissMatch,
  joinSpot,
  leaveSpot,
  matchInsights,
  moveInsight,
  removeInsights,
  removeLevel,
  removeSpot,
} from "./board-edits.ts";
import { boardOf, goldenPlan } from "./golden-plan.testing.ts";

const BY = "member-lena" as RecordId;
const AT = "2026-11-22T12:00:00.000Z";

/** A golden board with everything around it that points at what people remove. */
function wholePlan(golden: GoldenBoard): ReadonlyMap<RecordId, PlanRecord> {
  const [pair] = golden.pairs;
  if (!pair) throw new Error("No pair.");
  const id = (text: string) => text as RecordId;
  const customer = `insight-customer-${pair.customer}`;
  return goldenPlan(golden, [
    { id: id("member"), type: "buying-centre-member", fields: { name: "Somebody" } },
    { id: id("gap"), type: "knowledge-gap", fields: { question: "Why?", level: "level-unit" } },
    {
      id: id("link"),
      type: "insight-link",
      fields: { kind: "serves", lower: `insight-customer-${golden.pairs.at(-1)?.customer}`, upper: customer },
    },
    {
      id: id("ladder"),
      type: "benefit-ladder",
      fields: { feature: "Pool", sweetSpot: `spot-${pair.customer}` },
    },
    {
      id: id("sheet"),
      type: "meeting-sheet",
      fields: { member: "member", messages: [`message-${pair.customer}`], questions: ["gap"] },
    },
    { id: id("reader"), type: "message-reader", fields: { message: `message-${pair.customer}` } },
  ]);
}

/** One plan in a store, with undo and redo as a session has them: each is a commit like any other. */
function createStore(begin: ReadonlyMap<RecordId, PlanRecord>) {
  const copies = new Map<RecordId, StoredCopy>(begin);
  const undone: ReadonlyMap<RecordId, PlanRecord>[] = [];
  const done: ReadonlyMap<RecordId, PlanRecord>[] = [];
  const records = (): ReadonlyMap<RecordId, PlanRecord> =>
    new Map([...copies].flatMap(([id, copy]) => (isTombstone(copy) ? [] : [[id, copy] as const])));
  let commits = 0;
  const commit = (edit: Pick<PlanEdit, "puts" | "removes">): void => {
    const base = (id: RecordId): number => copies.get(id)?.revision ?? 0;
    const live = [...records().values()];
    const stored = applyCommit(
      {
        scope: { kind: "account", account: "account-kryolind" as RecordId },
        key: `commit-${String((commits += 1)).padStart(4, "0")}`,
        puts: edit.puts.map((put) => ({ ...put, base: base(put.id) })),
        removes: edit.removes.map((id) => ({ id, base: base(id) })),
      },
      { copy: (id) => copies.get(id), inLibrary: () => undefined, referrers: referrersAmong(live) },
      { by: BY, at: AT },
    );
    for (const copy of stored) copies.set(copy.id, copy);
  };
  const goTo = (wanted: ReadonlyMap<RecordId, PlanRecord>): void => {
    const now = records();
    const puts = [...wanted.values()].flatMap(({ id, type, fields }) => {
      const current = now.get(id)?.fields ?? {};
      const cleared = Object.keys(current).filter((name) => !(name in fields));
      const patch = { ...fields, ...Object.fromEntries(cleared.map((name) => [name, null])) };
      return JSON.stringify(current) === JSON.stringify(fields) ? [] : [{ id, type, fields: patch }];
    });
    const removes = [...now.keys()].filter((id) => !wanted.has(id));
    if (puts.length + removes.length > 0) commit({ puts, removes });
  };
  const step = (from: ReadonlyMap<RecordId, PlanRecord>[], to: ReadonlyMap<RecordId, PlanRecord>[]): void => {
    const wanted = from.pop();
    if (!wanted) return;
    to.push(records());
    goTo(wanted);
  };
  return {
    records,
    edit: (edit: PlanEdit | undefined) => {
      if (!edit || edit.puts.length + edit.removes.length === 0) return;
      done.push(records());
      undone.length = 0;
      commit(edit);
    },
    undo: () => step(done, undone),
    redo: () => step(undone, done),
  };
}

type Store = ReturnType<typeof createStore>;

const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(1, items.length)];

let made = 0;

/** Everything a person may do to the board, on whatever is there. */
const ACTIONS: readonly ((store: Store, one: number, other: number) => void)[] = [
  (store, one, other) => {
    const all = recordsOf(insight, store.records().values());
    const customer = pick(
      all.filter(({ fields }) => fields.side === "customer"),
      one,
    );
    const provider = pick(
      all.filter(({ fields }) => fields.side === "provider"),
      other,
    );
    if (!customer || !provider) return;
    store.edit(
      matchInsights(store.records(), `spot-new-${(made += 1)}` as RecordId, [customer.id], [provider.id]),
    );
  },
  (store, one, other) => {
    const found = pick(recordsOf(insight, store.records().values()), one);
    const spot = pick(recordsOf(sweetSpot, store.records().values()), other);
    if (found && spot) store.edit(joinSpot(store.records(), spot.id, found.id));
  },
  (store, one, other) => {
    const spot = pick(recordsOf(sweetSpot, store.records().values()), one);
    const id = spot && pick([...sideOf(spot, "customer"), ...sideOf(spot, "provider")], other);
    if (spot && id) store.edit(leaveSpot(store.records(), spot.id, id));
  },
  (store, one) => {
    const found = pick(recordsOf(insight, store.records().values()), one);
    if (found) store.edit(removeInsights(store.records(), [found.id]));
  },
  (store, one) => {
    const spot = pick(recordsOf(sweetSpot, store.records().values()), one);
    if (spot) store.edit(removeSpot(store.records(), spot.id));
  },
  (store, one) => {
    const levels = recordsOf(strategyLevel, store.records().values());
    const level = pick(levels, one);
    if (level && levels.length > 2) store.edit(removeLevel(store.records(), level.id));
  },
  (store, one, other) => {
    const found = pick(recordsOf(insight, store.records().values()), one);
    const level = pick(recordsOf(strategyLevel, store.records().values()), other);
    if (found && level)
      store.edit(moveInsight(store.records(), found.id, { level: level.id, kind: "target" }));
  },
  (store, one, other) => {
    const all = recordsOf(insight, store.records().values());
    const customer = pick(
      all.filter(({ fields }) => fields.side === "customer"),
      one,
    );
    const provider = pick(
      all.filter(({ fields }) => fields.side === "provider"),
      other,
    );
    if (customer && provider) store.edit(dismissMatch(customer.id, provider.id));
  },
  (store) => store.undo(),
  (store) => store.undo(),
  (store) => store.redo(),
];

function expectSound(records: ReadonlyMap<RecordId, PlanRecord>): void {
  for (const record of records.values()) {
    const entity = findEntity(record.type);
    for (const { target } of entity ? referencesOf(entity, record.fields) : [])
      expect(records.has(target), `${record.id} points to ${target}`).toBe(true);
  }
  const board = boardOf(records);
  for (const spot of recordsOf(sweetSpot, records.values())) {
    expect(sideOf(spot, "customer").length, spot.id).toBeGreaterThan(0);
    expect(sideOf(spot, "provider").length, spot.id).toBeGreaterThan(0);
    for (const id of [...sideOf(spot, "customer"), ...sideOf(spot, "provider")])
      expect(board.readingOf(id)).toBe("matched");
  }
}

const steps = fc.array(fc.tuple(fc.nat(ACTIONS.length - 1), fc.nat(60), fc.nat(60)), { maxLength: 30 });

describe("whatever people do, undo and redo", () => {
  test("no store refuses it, nothing points at nothing, every sweet spot has both sides", () => {
    fc.assert(
      fc.property(fc.constantFrom(...goldenBoards), steps, (golden, actions) => {
        const store = createStore(wholePlan(golden));
        for (const [action, one, other] of actions) {
          ACTIONS[action]?.(store, one, other);
          expectSound(store.records());
        }
      }),
      { numRuns: 150 },
    );
  });

  test("an insight goes only when somebody removes it or its level", () => {
    const keeping = ACTIONS.filter((_, index) => index !== 3 && index !== 5);
    fc.assert(
      fc.property(fc.constantFrom(...goldenBoards), steps, (golden, actions) => {
        const store = createStore(wholePlan(golden));
        const count = recordsOf(insight, store.records().values()).length;
        for (const [action, one, other] of actions) keeping[action % keeping.length]?.(store, one, other);
        expect(recordsOf(insight, store.records().values())).toHaveLength(count);
      }),
      { numRuns: 50 },
    );
  });

  test("undoing everything gives the board back as it was", () => {
    fc.assert(
      fc.property(steps, (actions) => {
        const [golden] = goldenBoards;
        if (!golden) throw new Error("No golden board.");
        const store = createStore(wholePlan(golden));
        const fieldsOf = () =>
          Object.fromEntries([...store.records()].map(([id, { fields }]) => [id, fields]).toSorted());
        const before = fieldsOf();
        for (const [action, one, other] of actions) if (action < 8) ACTIONS[action]?.(store, one, other);
        for (let index = 0; index < 40; index += 1) store.undo();
        expect(fieldsOf()).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});
