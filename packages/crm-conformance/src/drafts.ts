import {
  type Commit,
  type PlanFields,
  type PlanRecord,
  type PlanStore,
  type Put,
  type RecordId,
  type Removal,
  type Revision,
  type Scope,
  type StoredCopy,
  toRecordId,
} from "@sweetspot/contract";

let keys = 0;
/** A key no run used before: an adapter over a real database may still hold the last run's. */
export const newKey = (): string => `rule-${Date.now().toString(36)}-${(keys += 1)}`;

export const toCommit = (
  scope: Scope,
  puts: readonly Put[],
  removes: readonly Removal[] = [],
  key: string = newKey(),
): Commit => ({ scope, key, puts, removes });

export const put = (id: string, type: string, fields: PlanFields, base: Revision = 0): Put => ({
  id: toRecordId(id),
  type,
  base,
  fields,
});

/** The smallest record of a plan: it refers to nothing. */
export const perspective = (id: string, fields: PlanFields = {}, base: Revision = 0): Put =>
  put(id, "perspective", base === 0 ? { name: `Perspective ${id}`, ...fields } : fields, base);

/** An area needs its perspective. */
export const area = (id: string, of: string, fields: PlanFields = {}): Put =>
  put(id, "area", { name: `Area ${id}`, perspective: of, ...fields });

export const removal = (id: string, base: Revision): Removal => ({ id: toRecordId(id), base });

/** The scope's live records by id. */
export async function recordsOf(store: PlanStore, scope: Scope): Promise<Map<string, PlanRecord>> {
  const [snapshot] = await store.load([scope]);
  return new Map(snapshot?.records.map((record) => [record.id as string, record]));
}

export async function versionOf(store: PlanStore, scope: Scope): Promise<number> {
  const [snapshot] = await store.load([scope]);
  return snapshot?.version ?? Number.NaN;
}

/** What is stored, in a shape two answers can be compared by. */
export const byId = <T extends { readonly id: RecordId }>(copies: readonly T[]): T[] =>
  copies.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** A commit that changes something small and needs nothing to be there. */
export const smallCommit = (scope: Scope): Commit => toCommit(scope, [perspective("small")]);

export const fieldsOf = (copy: StoredCopy | undefined): PlanFields | undefined =>
  copy && "fields" in copy ? copy.fields : undefined;

/** Longer than the coarsest clock of a store, so that two commits have two instants. */
export const nextInstant = () => new Promise((resolve) => setTimeout(resolve, 12));
