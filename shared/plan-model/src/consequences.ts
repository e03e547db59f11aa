import type { PlanEdit, PlanFields, PlanRecord, RecordId } from "@sweetspot/contract";
import { findEntity } from "./entities/index.ts";
import { applyPatch } from "./patch.ts";
import { referencesOf, referrersAmong } from "./references.ts";

/**
 * Completes an edit that removes records: what cannot be without them goes as well, what merely mentions them stays and
 * does so no longer. No store then refuses the edit because another widget's record still points at what goes.
 *
 * @param records all records of the edit's scope, before it
 */
export function withConsequences(edit: PlanEdit, records: ReadonlyMap<RecordId, PlanRecord>): PlanEdit {
  if (edit.removes.length === 0) return edit;
  const patches = new Map(edit.puts.map((put) => [put.id, put]));
  const referrersOf = referrersAmong(
    [...records.values()].map((record) => {
      const patch = patches.get(record.id);
      return patch ? { ...record, fields: applyPatch(record.fields, patch.fields) } : record;
    }),
  );
  const going = new Set(edit.removes);
  const mentioning = new Map<RecordId, PlanRecord>();
  // A set is walked to its end while it grows: what goes takes others along, and these again others.
  for (const gone of going)
    for (const referrer of referrersOf(gone)) {
      if (cannotBeWithout(referrer, gone, going)) going.add(referrer.id);
      else mentioning.set(referrer.id, referrer);
    }
  const puts = new Map([...patches].filter(([id]) => !going.has(id)));
  for (const { id, type, fields } of mentioning.values())
    if (!going.has(id))
      puts.set(id, {
        id,
        type,
        fields: { ...patches.get(id)?.fields, ...withoutMentions(type, fields, going) },
      });
  return { ...edit, puts: [...puts.values()], removes: [...going] };
}

function cannotBeWithout(
  { type, fields }: PlanRecord,
  gone: RecordId,
  going: ReadonlySet<RecordId>,
): boolean {
  const entity = findEntity(type);
  if (!entity) return false;
  return referencesOf(entity, fields).some(({ field, target }) => {
    const kind = entity.fields[field];
    if (target !== gone) return false;
    return kind?.kind === "list"
      ? kind.essential === true && isEmptied(fields[field], going)
      : kind?.required === true;
  });
}

const isEmptied = (list: PlanFields[string] | undefined, going: ReadonlySet<string>): boolean =>
  Array.isArray(list) && list.every((one) => going.has(String(one)));

function withoutMentions(type: string, fields: PlanFields, going: ReadonlySet<RecordId>): PlanFields {
  const entity = findEntity(type);
  const mentions = entity ? referencesOf(entity, fields).filter(({ target }) => going.has(target)) : [];
  const gone = new Set<string>(going);
  return Object.fromEntries(
    mentions.map(({ field }) => {
      const value = fields[field];
      return [field, Array.isArray(value) ? value.filter((one) => !gone.has(String(one))) : null];
    }),
  );
}
