import type {
  Change,
  IsoInstant,
  PlanEdit,
  PlanFields,
  PlanRecord,
  PlanValue,
  PlanVersion,
  RecordId,
} from "@sweetspot/contract";
import { diffFields, findEntity, referencesOf, sameValue } from "@sweetspot/plan-model";

/** One commit as people read it: who did what to which records. */
export interface HistoryStep {
  readonly version: PlanVersion;
  readonly at: IsoInstant;
  readonly by: RecordId;
  readonly changes: readonly HistoryChange[];
}

export interface HistoryChange {
  readonly record: RecordId;
  readonly type: string;
  readonly kind: "made" | "changed" | "removed";
  /** What the record said: after the change, or before it was removed. */
  readonly said: PlanFields;
  /** Of a changed record, one for each field; null reads as empty. */
  readonly fields: readonly FieldChange[];
}

export interface FieldChange {
  readonly field: string;
  readonly before: PlanValue;
  readonly after: PlanValue;
}

/** Places in an order say nothing to a reader. */
const SILENT = new Set(["order"]);

/** Newest first; commits of which a reader would learn nothing are left out. */
export function toHistory(
  changes: readonly Change[],
  isWanted: (change: Change) => boolean = () => true,
): readonly HistoryStep[] {
  const commits = new Map<PlanVersion, Change[]>();
  for (const change of changes)
    if (isWanted(change)) commits.set(change.version, [...(commits.get(change.version) ?? []), change]);
  return [...commits.values()]
    .flatMap((parts): HistoryStep[] => {
      const [first] = parts;
      const told = parts.flatMap(toHistoryChange);
      return first && told.length > 0
        ? [{ version: first.version, at: first.at, by: first.by, changes: told }]
        : [];
    })
    .toSorted((one, other) => other.version - one.version);
}

function toHistoryChange({ record, type, before, after }: Change): HistoryChange[] {
  if (after === null) return before ? [{ record, type, kind: "removed", said: before, fields: [] }] : [];
  if (before === null) return [{ record, type, kind: "made", said: after, fields: [] }];
  const fields = Object.keys(diffFields(before, after))
    .filter((field) => !SILENT.has(field))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
  return fields.length === 0 ? [] : [{ record, type, kind: "changed", said: after, fields }];
}

type Records = ReadonlyMap<RecordId, PlanRecord>;

/** What there is to point at: the records of the history's own scope, and those of plan and library together. */
export interface HistoryPlace {
  readonly scope: PlanEdit["scope"];
  readonly own: Records;
  readonly all: (id: RecordId) => boolean;
}

/**
 * The edit that brings an earlier value back, or a removed record as it was. What it pointed at may be gone by now: such
 * mentions stay out.
 *
 * @returns undefined where nothing would change, where the record is gone (or back), or where it cannot be without
 * something that is gone
 */
export function toRestoring(
  change: HistoryChange,
  field: FieldChange | undefined,
  { scope, own, all }: HistoryPlace,
): PlanEdit | undefined {
  const current = own.get(change.record);
  if ((field === undefined) === (current !== undefined)) return undefined;
  const wanted = field === undefined ? change.said : { [field.field]: field.before };
  const fields = withoutGone(change.type, wanted, all);
  if (fields === undefined) return undefined;
  if (field && current && sameValue(current.fields[field.field] ?? null, fields[field.field] ?? null))
    return undefined;
  return {
    name: field === undefined ? "record-restored" : "value-restored",
    scope,
    puts: [{ id: change.record, type: change.type, fields }],
    removes: [],
  };
}

function withoutGone(
  type: string,
  fields: PlanFields,
  isThere: (id: RecordId) => boolean,
): PlanFields | undefined {
  const entity = findEntity(type);
  if (!entity) return fields;
  const gone = referencesOf(entity, fields).filter(({ target }) => !isThere(target));
  if (gone.some(({ field }) => entity.fields[field]?.required === true)) return undefined;
  const targets = new Set<PlanValue>(gone.map(({ target }) => target));
  const kept = new Map<string, PlanValue>(Object.entries(fields));
  for (const { field } of gone) {
    const value = fields[field];
    kept.set(field, Array.isArray(value) ? value.filter((one: PlanValue) => !targets.has(one)) : null);
  }
  // A single value whose target is gone cannot come back; that is no restoring.
  if (kept.size === 1 && [...kept.values()].every((value) => value === null) && gone.length > 0)
    return undefined;
  return Object.fromEntries(kept);
}
