import type { PlanEdit, PlanFields, PlanRecord, RecordId, UndoState } from "@sweetspot/contract";
import { findEntity, referencesOf, sameValue } from "@sweetspot/plan-model";
import { changesOf } from "./queued-edit.ts";

/** How many steps can be taken back. */
export const UNDO_LIMIT = 200;

interface Step {
  readonly name: string;
  readonly scope: PlanEdit["scope"];
  readonly changes: readonly StepChange[];
}

/** Values of the fields touched, before and after (null: not set); null as a whole where there was no record. */
interface StepChange {
  readonly id: RecordId;
  readonly type: string;
  readonly before: PlanFields | null;
  readonly after: PlanFields | null;
}

export interface UndoStack {
  readonly state: UndoState;
  /** Remembers an edit about to be applied; answers it without what would change nothing, undefined if nothing is left. */
  record(edit: PlanEdit): PlanEdit | undefined;
  undo(): PlanEdit | undefined;
  redo(): PlanEdit | undefined;
}

type ReadScope = (scope: PlanEdit["scope"]) => ReadonlyMap<RecordId, PlanRecord>;

/**
 * Undo and redo as edits of their own. A step is taken back only where its values still stand: what somebody else has
 * changed since is theirs and stays. A step of which nothing stands any more is skipped.
 */
export function createUndoStack(read: ReadScope): UndoStack {
  const done: Step[] = [];
  const undone: Step[] = [];

  const move = (from: Step[], to: Step[]): PlanEdit | undefined => {
    for (let step = from.pop(); step; step = from.pop()) {
      const back = takeBack(step, read(step.scope));
      if (back.changes.length === 0) continue;
      to.push(back);
      return toEdit(back);
    }
    return undefined;
  };

  return {
    get state() {
      return { undo: done.at(-1)?.name, redo: undone.at(-1)?.name };
    },
    record(edit) {
      const step = toStep(edit, read(edit.scope));
      if (step.changes.length === 0) return undefined;
      done.push(step);
      if (done.length > UNDO_LIMIT) done.shift();
      undone.length = 0;
      return toEdit(step);
    },
    undo: () => move(done, undone),
    redo: () => move(undone, done),
  };
}

function toStep(edit: PlanEdit, records: ReadonlyMap<RecordId, PlanRecord>): Step {
  const changes = changesOf(edit).flatMap(({ id, type, fields }): StepChange[] => {
    const current = records.get(id);
    if (fields === null)
      return current ? [{ id, type: current.type, before: current.fields, after: null }] : [];
    if (!current) return [{ id, type, before: null, after: fields }];
    const names = Object.keys(fields).filter((name) => !sameValue(current.fields[name], fields[name]));
    if (names.length === 0) return [];
    return [{ id, type, before: pick(current.fields, names), after: pick(fields, names) }];
  });
  return { name: edit.name, scope: edit.scope, changes };
}

const toEdit = ({ name, scope, changes }: Step): PlanEdit => ({
  name,
  scope,
  puts: changes.flatMap(({ id, type, after }) => (after ? [{ id, type, fields: after }] : [])),
  removes: changes.flatMap(({ id, after }) => (after ? [] : [id])),
});

/** The step that leads back, as far as the step's own values still stand. */
function takeBack(step: Step, records: ReadonlyMap<RecordId, PlanRecord>): Step {
  const leaving = new Map(
    step.changes.flatMap(({ id, before, after }) => (before === null && after ? [[id, after]] : [])),
  );
  const changes = step.changes.flatMap((change): StepChange[] => {
    const { id, type, before, after } = change;
    const current = records.get(id);
    if (after === null) return current || !before ? [] : [{ id, type, before: null, after: before }];
    if (!current) return [];
    if (before === null) return [{ id, type, before: current.fields, after: null }];
    const names = Object.keys(after).filter((name) => sameValue(current.fields[name], after[name]));
    return names.length === 0 ? [] : [{ id, type, before: pick(after, names), after: pick(before, names) }];
  });
  if (leaving.size === 0) return { ...step, changes };
  const needed = findNeeded(records, leaving, changes);
  return { ...step, changes: changes.filter(({ id, after }) => after !== null || !needed.has(id)) };
}

const isUntouched = (current: PlanFields, created: PlanFields): boolean =>
  [...new Set([...Object.keys(current), ...Object.keys(created)])].every((name) =>
    sameValue(current[name], created[name]),
  );

/**
 * Which of the records that would leave have to stay: those somebody else has changed, and what records that stay refer
 * to, as they will be after the step: it may clear a mention and remove what was mentioned in one go.
 */
function findNeeded(
  records: ReadonlyMap<RecordId, PlanRecord>,
  leaving: ReadonlyMap<RecordId, PlanFields>,
  changes: readonly StepChange[],
): ReadonlySet<RecordId> {
  const patches = new Map(changes.map(({ id, after }) => [id, after]));
  const needed = new Set<RecordId>();
  const keep = ({ id, type, fields }: PlanRecord): void => {
    const entity = findEntity(type);
    if (!entity) return;
    const patch = leaving.has(id) ? null : patches.get(id);
    for (const { target } of referencesOf(entity, patch ? { ...fields, ...patch } : fields))
      if (leaving.has(target)) needed.add(target);
  };
  for (const record of records.values()) {
    const created = leaving.get(record.id);
    if (!created) keep(record);
    else if (!isUntouched(record.fields, created)) needed.add(record.id);
  }
  // A set is walked to its end while it grows: what stays keeps what it refers to.
  for (const id of needed) {
    const record = records.get(id);
    if (record) keep(record);
  }
  return needed;
}

const pick = (fields: PlanFields, names: readonly string[]): PlanFields =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
