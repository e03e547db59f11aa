import type { PlanFields, PlanRecord, RecordId } from "@sweetspot/contract";
import { findEntity, referencesOf, withConsequences } from "@sweetspot/plan-model";
import type { NetChange } from "./queued-edit.ts";

/** The waiting edits of a scope over what is known to be stored. */
export interface DraftReading {
  /** Records the waiting edits touch and that may be changed now. */
  readonly touched: readonly RecordId[];
  readonly net: (id: RecordId) => NetChange;
  /** Fields as stored now. */
  readonly stored: (id: RecordId) => PlanFields | null;
  /** Will it be there once the edits are saved, in this scope or in another it may point to? */
  readonly isThere: (id: RecordId) => boolean;
  /** Live stored records, with what the edits put over them; those that the edits remove as they are stored. */
  readonly records: () => ReadonlyMap<RecordId, PlanRecord>;
}

/** A record of mine needs one that is gone. */
export interface Loss {
  readonly gone: RecordId;
  readonly needer: RecordId;
  readonly field: string;
}

/** A record that I remove is needed by stored ones I knew nothing of. */
export interface Use {
  readonly removed: RecordId;
  readonly users: readonly RecordId[];
}

/** What merely mentions something gone: fields without the mention. */
export interface Clearing {
  readonly id: RecordId;
  readonly type: string;
  readonly fields: PlanFields;
}

export interface Troubles {
  readonly clearings: readonly Clearing[];
  readonly losses: readonly Loss[];
  readonly uses: readonly Use[];
}

/** Where the waiting edits would leave a pointer to nothing, so that a store refuses them. */
export function findTroubles(reading: DraftReading): Troubles {
  const clearings: Clearing[] = [];
  const losses: Loss[] = [];
  for (const id of reading.touched) {
    const found = missingIn(id, reading);
    losses.push(...found.losses);
    if (found.clearing) clearings.push(found.clearing);
  }
  const { uses, mentions } = findUses(reading);
  return { clearings: [...clearings, ...mentions], losses, uses };
}

function missingIn(
  id: RecordId,
  { net, stored, isThere }: DraftReading,
): { losses: Loss[]; clearing?: Clearing } {
  const mine = net(id);
  const entity = mine.kind === "put" ? findEntity(mine.type) : undefined;
  if (mine.kind !== "put" || !entity) return { losses: [] };
  const losses: Loss[] = [];
  const cleared = new Map<string, PlanFields[string]>();
  for (const { field, target } of referencesOf(entity, mine.patch)) {
    if (isThere(target)) continue;
    const kind = entity.fields[field];
    const value = mine.patch[field];
    if (Array.isArray(value)) {
      const left = value.filter((one) => isThere(one as RecordId));
      if (left.length > 0 || !(kind?.kind === "list" && kind.essential)) cleared.set(field, left);
      else if (!losses.some((loss) => loss.field === field)) losses.push({ gone: target, needer: id, field });
    } else if (kind?.required) losses.push({ gone: target, needer: id, field });
    else {
      const before = stored(id)?.[field];
      cleared.set(field, typeof before === "string" && isThere(before as RecordId) ? before : null);
    }
  }
  return cleared.size === 0
    ? { losses }
    : { losses, clearing: { id, type: mine.type, fields: Object.fromEntries(cleared) } };
}

function findUses(reading: DraftReading): {
  readonly uses: readonly Use[];
  readonly mentions: readonly Clearing[];
} {
  const removed = new Set(reading.touched.filter((id) => reading.net(id).kind === "remove"));
  if (removed.size === 0) return { uses: [], mentions: [] };
  const records = reading.records();
  const uses = new Map<RecordId, RecordId[]>();
  // What is used stays for now; the others may then go with nothing but mentions cleared.
  for (;;) {
    const whole = consequencesOf([...removed], records);
    const users = whole.removes.filter((id) => !removed.has(id));
    const before = uses.size;
    for (const user of users)
      for (const target of targetsOf(records.get(user)))
        if (removed.has(target)) uses.set(target, [...(uses.get(target) ?? []), user]);
    for (const id of uses.keys()) removed.delete(id);
    if (uses.size === before)
      return { uses: [...uses].map(([id, found]) => ({ removed: id, users: found })), mentions: whole.puts };
  }
}

/** What goes along and what is cleared when these records are removed. */
export const consequencesOf = (
  removes: readonly RecordId[],
  records: ReadonlyMap<RecordId, PlanRecord>,
): { readonly removes: readonly RecordId[]; readonly puts: readonly Clearing[] } =>
  withConsequences({ name: "", scope: "plan", puts: [], removes }, records);

function targetsOf(record: PlanRecord | undefined): RecordId[] {
  const entity = record && findEntity(record.type);
  return entity ? referencesOf(entity, record.fields).map(({ target }) => target) : [];
}
