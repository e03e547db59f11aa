import {
  isTombstone,
  type PlanConflict,
  type PlanFields,
  type PlanRecord,
  type RecordId,
  type Scope,
  type StoredCopy,
} from "@sweetspot/contract";
import { findEntity } from "@sweetspot/plan-model";
import type { EditQueue } from "./edit-queue.ts";
import { foldChanges, liveFields, type NetChange, type RecordChange } from "./queued-edit.ts";
import {
  consequencesOf,
  type DraftReading,
  findTroubles,
  type Loss,
  type Use,
} from "./reference-troubles.ts";
import type { Elsewhere } from "./elsewhere.ts";
import type { SavedRecords } from "./saved-records.ts";

/** What the mender needs of the draft it works on. */
export interface MenderPlace {
  readonly scope: Scope;
  readonly saved: SavedRecords;
  readonly queue: EditQueue;
  readonly net: (id: RecordId) => NetChange;
  /** Ids whose answer is awaited, or that are in a conflict of their own. */
  readonly isTaken: (id: RecordId) => boolean;
  /** Another scope that this one may point to. */
  readonly elsewhere: Elsewhere;
  /** Begins a record's changes on what is stored now. */
  readonly rebase: (id: RecordId) => void;
}

/**
 * Mends edits that would leave a pointer to nothing because two people did not see each other's work: mentions are
 * cleared; where a record cannot be without what is gone, a conflict lets the user choose.
 */
export interface ReferenceMender {
  readonly conflicts: ReadonlyMap<RecordId, PlanConflict>;
  /** Must edits of this record wait for an answer? */
  blocks(id: RecordId): boolean;
  /** Clears mentions and finds conflicts anew; answers whether there was anything. */
  mend(): boolean;
  resolve(id: RecordId, keepsMine: boolean): void;
}

export function createReferenceMender(place: MenderPlace): ReferenceMender {
  const { saved, queue, net, isTaken, elsewhere, rebase } = place;
  const conflicts = new Map<RecordId, PlanConflict>();
  let losses: readonly Loss[] = [];
  let uses: readonly Use[] = [];

  const stored = (id: RecordId): PlanFields | null => liveFields(saved.copies.get(id));
  const recall = (id: RecordId): PlanRecord | undefined => saved.recall(id) ?? elsewhere.recall(id);
  const current = (id: RecordId): PlanFields | null => foldChanges(stored(id), queue.changesOf(id));
  const records = (): ReadonlyMap<RecordId, PlanRecord> =>
    new Map(
      [...saved.copies].flatMap(([id, copy]): (readonly [RecordId, PlanRecord])[] => {
        if (isTombstone(copy)) return [];
        const fields = net(id).kind === "put" ? current(id) : copy.fields;
        return [[id, { ...copy, fields: fields ?? copy.fields }]];
      }),
    );
  const read = (): DraftReading => ({
    touched: [...new Set(queue.edits.flatMap(({ changes }) => changes.map(({ id }) => id)))].filter(
      (id) => !isTaken(id),
    ),
    net,
    stored,
    isThere: (id) => current(id) !== null || elsewhere.isThere(id),
    records,
  });

  /** Puts a change into the edit that touched `beside` first, or last: what belongs together travels together. */
  const addBeside = (beside: RecordId, change: RecordChange): void => {
    const touches = queue.edits.filter(({ changes }) => changes.some(({ id }) => id === beside));
    // A change of a record must come after those it changes.
    const own = queue.edits.findLast(({ changes }) => changes.some(({ id }) => id === change.id));
    const edit = own ?? touches.at(0);
    if (!edit) return;
    if (!own) rebase(change.id);
    queue.merge(edit.number, change);
  };

  const find = (): boolean => {
    let isMended = false;
    // Clearing one mention may empty what another record needs, so it is looked through again; ten rounds end any chain.
    for (let round = 0; round < 10; round += 1) {
      const reading = read();
      const troubles = findTroubles(reading);
      losses = troubles.losses;
      uses = troubles.uses;
      if (troubles.clearings.length === 0) break;
      isMended = true;
      const [removed] = reading.touched.filter((id) => net(id).kind === "remove");
      for (const { id, type, fields } of troubles.clearings)
        addBeside(queue.changesOf(id).length > 0 ? id : (removed ?? id), { id, type, fields });
    }
    return isMended;
  };

  const remember = (): void => {
    conflicts.clear();
    for (const { gone } of losses) {
      const last = recall(gone);
      if (!last) continue;
      const needers = losses.filter((loss) => loss.gone === gone).map(({ needer }) => needer);
      conflicts.set(gone, toConflict(last, "needed-by", [...new Set(needers)]));
    }
    for (const { removed, users } of uses) {
      const last = saved.recall(removed);
      if (last) conflicts.set(removed, toConflict(last, "used-by", [...new Set(users)]));
    }
  };
  const toConflict = (
    last: PlanRecord,
    kind: "needed-by" | "used-by",
    others: readonly RecordId[],
  ): PlanConflict => ({
    record: last.id,
    type: last.type,
    scope: place.scope,
    mine: kind === "needed-by" ? nameOf(last) : null,
    theirs: kind === "used-by" ? nameOf(last) : null,
    base: last.fields,
    stored: saved.copies.get(last.id) ?? (last satisfies StoredCopy),
    because: { kind, records: others, ...(saved.recall(last.id) ? {} : { from: "library" }) },
  });

  const mend = (): boolean => {
    const isMended = find();
    remember();
    return isMended || conflicts.size > 0;
  };

  /** Brings back what is gone, and what that cannot be without; of another scope a copy, under the same id. */
  const restore = (gone: RecordId): void => {
    const restored = new Set([gone]);
    // A set is walked to its end while it grows.
    for (const id of restored) {
      const last = recall(id);
      const needer = losses.find((loss) => loss.gone === id)?.needer;
      if (!last || needer === undefined) continue;
      if (net(id).kind === "remove") queue.rewrite(id, undefined);
      else addBeside(needer, { id, type: last.type, fields: last.fields });
      find();
      for (const loss of losses) if (restored.has(loss.needer)) restored.add(loss.gone);
    }
  };

  /** Gives up what I built on it: a record of mine whole, of a stored one the field alone. */
  const giveUp = (gone: RecordId): void => {
    const given = new Set([gone]);
    for (const id of given) {
      for (const { needer, field } of losses.filter((loss) => loss.gone === id)) {
        const mine = net(needer);
        if (mine.kind !== "put") continue;
        const { [field]: _dropped, ...rest } = mine.patch;
        const keepsRest = stored(needer) !== null && Object.keys(rest).length > 0;
        queue.rewrite(needer, keepsRest ? { id: needer, type: mine.type, fields: rest } : undefined);
        if (stored(needer) === null) given.add(needer);
        rebase(needer);
      }
      find();
    }
  };

  const removeAnyway = (id: RecordId): void => {
    const all = records();
    const { removes, puts } = consequencesOf([id], all);
    for (const user of removes)
      if (user !== id && net(user).kind !== "remove")
        addBeside(id, { id: user, type: all.get(user)?.type ?? "", fields: null });
    for (const put of puts) if (net(put.id).kind !== "remove") addBeside(id, put);
  };

  /** The removal is given up as it was made, with all it took along; what the same edits created stays. */
  const keep = (id: RecordId): void => {
    const numbers = queue.edits
      .filter(({ changes }) => changes.some((change) => change.id === id && change.fields === null))
      .map(({ number }) => number);
    const isCreated = (change: RecordChange): boolean =>
      change.fields !== null && saved.copies.get(change.id) === undefined;
    queue.change((edit) =>
      numbers.includes(edit.number) ? { ...edit, changes: edit.changes.filter(isCreated) } : edit,
    );
  };

  return {
    conflicts,
    blocks: (id) =>
      conflicts.size > 0 &&
      (conflicts.has(id) || losses.some(({ needer, gone }) => needer === id && conflicts.has(gone))),
    mend,
    resolve(id, keepsMine) {
      const kind = conflicts.get(id)?.because?.kind;
      if (kind === "needed-by") (keepsMine ? restore : giveUp)(id);
      else if (kind === "used-by") (keepsMine ? removeAnyway : keep)(id);
      mend();
    },
  };
}

/** The field that names a record, or all of them. */
function nameOf({ type, fields }: PlanRecord): PlanFields {
  const title = findEntity(type)?.title;
  return title === undefined || fields[title] === undefined ? fields : { [title]: fields[title] };
}
