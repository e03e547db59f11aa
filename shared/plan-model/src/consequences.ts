import type { PlanEdit, PlanFields, PlanRecord, RecordId } from "@sweetspot/contract";
import { findEntity } from "./entities/index.ts";
import { applyPatch } from "./patch.ts";
import { referencesOf } from "./references.ts";

/**
 * Completes an edit that removes records: what cannot be without them goes as well, what merely mentions them stays and
 * does so no longer. No store then refuses the edit because another widget's record still points at what goes.
 *
 * @param records all records of the edit's scope, before it
 */
export function withConsequences(edit: PlanEdit, records: ReadonlyMap<RecordId, PlanRecord>): PlanEdit {
  if (edit.removes.length === 0) return edit;
  const patches = new Map(edit.puts.map((put) => [put.id, put]));
  const after = [...records.values()].map(({ id, type, fields }) => ({
    id,
    type,
    fields: applyPatch(fields, patches.get(id)?.fields ?? {}),
  }));
  const going = allGoing(edit.removes, after);
  const puts = new Map([...patches].filter(([id]) => !going.has(id)));
  for (const { id, type, fields } of after) {
    const cleared = going.has(id) ? undefined : withoutMentions(type, fields, going);
    if (cleared) puts.set(id, { id, type, fields: { ...patches.get(id)?.fields, ...cleared } });
  }
  return { ...edit, puts: [...puts.values()], removes: [...going] };
}

type Read = Pick<PlanRecord, "id" | "type" | "fields">;

function allGoing(first: readonly RecordId[], records: readonly Read[]): ReadonlySet<RecordId> {
  const going = new Set(first);
  // What goes takes others along, and these again others, until a walk finds nobody.
  for (let before = -1; before !== going.size;) {
    before = going.size;
    for (const record of records)
      if (!going.has(record.id) && cannotBeWithout(record, going)) going.add(record.id);
  }
  return going;
}

function cannotBeWithout({ type, fields }: Read, going: ReadonlySet<RecordId>): boolean {
  const entity = findEntity(type);
  if (!entity) return false;
  return referencesOf(entity, fields).some(
    ({ field, target }) => going.has(target) && entity.fields[field]?.required === true,
  );
}

function withoutMentions(
  type: string,
  fields: PlanFields,
  going: ReadonlySet<RecordId>,
): PlanFields | undefined {
  const entity = findEntity(type);
  const mentions = entity ? referencesOf(entity, fields).filter(({ target }) => going.has(target)) : [];
  if (mentions.length === 0) return undefined;
  const gone = new Set<string>(going);
  return Object.fromEntries(
    mentions.map(({ field }) => {
      const value = fields[field];
      return [field, Array.isArray(value) ? value.filter((one) => !gone.has(String(one))) : null];
    }),
  );
}
