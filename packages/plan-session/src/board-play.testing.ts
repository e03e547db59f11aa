import {
  accountScope,
  type PlanEdit,
  type PlanFields,
  type PlanRecord,
  type PlanSession,
  type PlanStore,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { findEntity, referencesOf, withConsequences } from "@sweetspot/plan-model";
import * as fc from "fast-check";
import type { Clock } from "./clock.ts";
import { createPlanSession } from "./plan-session.ts";

// Two people at one strategy board who seldom look at what the other does. Played over any store: what may never happen
// is answered as sentences, so that a test file of an adapter needs one line.

const ACTS = [
  "add-insight",
  "match",
  "join",
  "add-level",
  "move",
  "say",
  "ask",
  "remove-insight",
  "remove-level",
  "remove-spot",
  "remove-person",
  "undo",
  "redo",
  "refresh",
  "flush",
  "reload",
  "mine",
  "theirs",
] as const;
type Act = (typeof ACTS)[number];

interface Move {
  readonly rep: 0 | 1;
  readonly act: Act;
  readonly one: number;
  readonly other: number;
}

/** Rows of moves; building comes up more often than anything else. */
export const boardScripts: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    rep: fc.constantFrom(0 as const, 1 as const),
    act: fc.oneof(
      { arbitrary: fc.constantFrom(...ACTS.slice(0, 7)), weight: 3 },
      { arbitrary: fc.constantFrom(...ACTS.slice(7)), weight: 3 },
    ),
    one: fc.nat(40),
    other: fc.nat(40),
  }),
  { minLength: 6, maxLength: 40 },
);

/** The same few rows every time: for stores too slow to play many. */
export const fewBoardScripts = (count: number): readonly (readonly Move[])[] =>
  fc.sample(boardScripts, { numRuns: count, seed: 5 });

export interface BoardPlace {
  readonly account: RecordId;
  /** Two people who may both write the account's plan. */
  readonly reps: readonly [PlayingRep, PlayingRep];
  readonly clock?: Clock;
}

export interface PlayingRep {
  readonly user: RecordId;
  readonly store: PlanStore;
}

/** A clock that calls nobody: everything is saved by `flush`. */
const STILL: Clock = { now: () => new Date(), after: () => () => undefined };

/** Plays a script on an empty plan; answers what went wrong, nothing when all is well. */
export async function playBoard(place: BoardPlace, script: readonly Move[]): Promise<readonly string[]> {
  const known = new Set<RecordId>();
  const removed = new Set<RecordId>();
  const number = { last: 0 };
  const first = await openDesk(place, 0, { known, removed, number });
  first.begin();
  await first.session.flush();
  const desks = [first, await openDesk(place, 1, { known, removed, number })] as const;
  for (const move of script) await desks[move.rep].play(move);
  for (const desk of [...desks, ...desks]) await desk.finish();
  const [stored] = await place.reps[0].store.load([accountScope(place.account)]);
  const problems = [
    ...desks.flatMap((desk) => desk.unfinished()),
    ...faultsOf(stored?.records ?? []),
    ...[...known]
      .filter((id) => !removed.has(id) && !stored?.records.some((record) => record.id === id))
      .map((id) => `${id} is lost, though nobody removed it`),
  ];
  for (const desk of desks) await desk.session.dispose();
  return problems;
}

function faultsOf(records: readonly PlanRecord[]): string[] {
  const live = new Set(records.map(({ id }) => id));
  return records.flatMap(({ id, type, fields }) => {
    const entity = findEntity(type);
    const dangling = (entity ? referencesOf(entity, fields) : [])
      .filter(({ target }) => !live.has(target))
      .map(({ field, target }) => `${id}.${field} points to ${target}, which is gone`);
    const sides = type === "sweet-spot" ? [fields["customerInsights"], fields["providerInsights"]] : [];
    const empty = sides.some((side) => !Array.isArray(side) || side.length === 0);
    return empty ? [...dangling, `${id} is a sweet spot of one side`] : dangling;
  });
}

interface Shared {
  readonly known: Set<RecordId>;
  readonly removed: Set<RecordId>;
  readonly number: { last: number };
}

async function openDesk({ account, reps, clock = STILL }: BoardPlace, at: 0 | 1, shared: Shared) {
  const { user, store } = reps[at];
  const texts = new Map<string, string>();
  const storage = {
    read: async (key: string) => texts.get(key),
    write: async (key: string, value: string) => void texts.set(key, value),
    remove: async (key: string) => void texts.delete(key),
  };
  const line = { on: true };
  const online = { isOnline: () => line.on, subscribe: () => () => undefined };
  const open = async (): Promise<PlanSession> => {
    const opened = createPlanSession({ account, store, user, storage, online, clock });
    await opened.refresh();
    return opened;
  };
  let session = await open();

  const all = (type: string, where: PlanFields = {}): PlanRecord[] =>
    [...session.getView().plan.values()].filter(
      (record) =>
        record.type === type &&
        Object.entries(where).every(([field, value]) => record.fields[field] === value),
    );
  const nth = (records: readonly PlanRecord[], index: number): PlanRecord | undefined =>
    records[index % Math.max(1, records.length)];
  /** What a person's own act takes off the screen is removed on purpose. */
  const onPurpose = (act: () => void): void => {
    const before = new Set(session.getView().plan.keys());
    act();
    const after = session.getView().plan;
    for (const id of before) if (!after.has(id)) shared.removed.add(id);
    for (const { id, type } of after.values()) if (type === "insight") shared.known.add(id);
  };
  const edit = (change: Pick<PlanEdit, "puts" | "removes">): void =>
    onPurpose(() =>
      session.edit(withConsequences({ name: "played", scope: "plan", ...change }, session.getView().plan)),
    );
  const put = (type: string, fields: PlanFields, record?: RecordId): void => {
    shared.number.last += 1;
    const id = record ?? toRecordId(`${type}-${String(shared.number.last)}`);
    edit({ puts: [{ id, type, fields }], removes: [] });
  };
  const remove = (record: PlanRecord | undefined): void => {
    if (record) edit({ puts: [], removes: [record.id] });
  };
  const resolve = (choice: "mine" | "theirs"): void => {
    for (const { record } of session.getView().conflicts) onPurpose(() => session.resolve(record, choice));
  };

  const acts: Readonly<Record<Act, (one: number, other: number) => void | Promise<void>>> = {
    "add-insight": (one, other) => {
      const level = nth(all("strategy-level"), other);
      if (level)
        put("insight", {
          level: level.id,
          side: one % 2 === 0 ? "customer" : "provider",
          kind: "target",
          statement: "We want it",
        });
    },
    match: (one, other) => {
      const customer = nth(all("insight", { side: "customer" }), one);
      const provider = nth(all("insight", { side: "provider" }), other);
      const level = customer?.fields["level"];
      if (customer && provider && level !== undefined)
        put("sweet-spot", { level, customerInsights: [customer.id], providerInsights: [provider.id] });
    },
    join: (one, other) => {
      const spot = nth(all("sweet-spot"), one);
      const found = nth(all("insight", { side: "customer" }), other);
      const present = spot?.fields["customerInsights"];
      if (spot && found && Array.isArray(present) && !present.includes(found.id))
        put("sweet-spot", { customerInsights: [...present, found.id] }, spot.id);
    },
    "add-level": () => put("strategy-level", { name: "Unit", kind: "unit", order: 1 }),
    move: (one, other) => {
      const found = nth(all("insight"), one);
      const level = nth(all("strategy-level"), other);
      if (found && level) put("insight", { level: level.id }, found.id);
    },
    say: (one) => {
      const spot = nth(all("sweet-spot"), one);
      const level = spot?.fields["level"];
      if (spot && level !== undefined)
        put("core-message", { sweetSpot: spot.id, level, statement: "So we serve you", version: 1 });
    },
    ask: (one) => {
      const person = nth(all("buying-centre-member"), one);
      put("knowledge-gap", { question: "Who decides?", ...(person ? { member: person.id } : {}) });
      if (one % 3 === 0) put("buying-centre-member", { name: "Somebody" });
    },
    "remove-insight": (one) => remove(nth(all("insight"), one)),
    "remove-level": (one) => remove(nth(all("strategy-level"), one)),
    "remove-spot": (one) => remove(nth(all("sweet-spot"), one)),
    "remove-person": (one) => remove(nth(all("buying-centre-member"), one)),
    undo: () => onPurpose(() => session.undo()),
    redo: () => onPurpose(() => session.redo()),
    refresh: () => session.refresh(),
    flush: () => session.flush(),
    mine: () => resolve("mine"),
    theirs: () => resolve("theirs"),
    reload: async () => {
      // The page goes while the line is down: what waits must come back out of the storage.
      line.on = false;
      await session.dispose();
      line.on = true;
      session = await open();
    },
  };
  return {
    get session() {
      return session;
    },
    begin: () => {
      put("strategy-level", { name: "Group", kind: "company", order: 0 });
      put("buying-centre-member", { name: "Boss" });
      for (const one of [0, 1, 2, 3]) void acts["add-insight"](one, 0);
    },
    play: async ({ act, one, other }: Move) => acts[act](one, other),
    finish: async () => {
      await session.refresh();
      for (let round = 0; round < 12; round += 1) {
        resolve("mine");
        await session.flush();
      }
    },
    unfinished: (): string[] => {
      const { saving, conflicts } = session.getView();
      return saving.state === "saved" && conflicts.length === 0
        ? []
        : [
            `${user} ends ${saving.state}: ${saving.refusedEdit ?? ""} ${saving.error?.message ?? ""} ${conflicts.map(({ record, because }) => `${record} ${because?.kind ?? ""}`).join()}`,
          ];
    },
  };
}
