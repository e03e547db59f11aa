import type { Tie } from "@sweetspot/bridge-graph";
import { type RecordId, toRecordId } from "@sweetspot/contract";
import { recordIdOf, type SourceTie } from "./source-record.ts";

type End = "person" | "body" | "otherPerson" | "otherBody";

/** Who is on a tie, by the ids of records; `undefined` where the tie names nobody there. */
export type TieEnds = Readonly<Partial<Record<End, RecordId>>>;

/** All ties as their sources tell them, by id and by the records they join. Mutable. */
export interface TieShelf {
  readonly ties: ReadonlyMap<RecordId, SourceTie>;
  tiesOf(record: RecordId): readonly SourceTie[];
  endsOf(tie: SourceTie): TieEnds;
  /** @returns its id */
  put(tie: SourceTie): RecordId;
  remove(id: RecordId): void;
}

const END_NAMES: readonly End[] = ["person", "body", "otherPerson", "otherBody"];
const NONE: readonly SourceTie[] = [];

/** @param isRecord a key that is none of its source's may be the id of another source's record */
export function createTieShelf(isRecord: (id: RecordId) => boolean): TieShelf {
  const ties = new Map<RecordId, SourceTie>();
  /** One tie alone stands for itself: most records have no other. */
  const byRecord = new Map<RecordId, SourceTie | SourceTie[]>();
  return { ties, tiesOf, endsOf, put, remove };

  function tiesOf(record: RecordId): readonly SourceTie[] {
    const found = byRecord.get(record);
    if (found === undefined) return NONE;
    return Array.isArray(found) ? found : [found];
  }

  function endsOf(tie: SourceTie): TieEnds {
    const ends: Partial<Record<End, RecordId>> = {};
    for (const end of END_NAMES) {
      const key = tie[end];
      if (key) ends[end] = toEnd(tie.source, key);
    }
    return ends;
  }

  function toEnd(source: string, key: string): RecordId {
    const own = recordIdOf({ source, key });
    const foreign = toRecordId(key);
    return !isRecord(own) && key.includes("/") && isRecord(foreign) ? foreign : own;
  }

  function put(tie: SourceTie): RecordId {
    const id = recordIdOf(tie);
    remove(id);
    ties.set(id, tie);
    for (const record of recordsOn(tie)) {
      const known = byRecord.get(record);
      if (known === undefined) byRecord.set(record, tie);
      else if (Array.isArray(known)) known.push(tie);
      else byRecord.set(record, [known, tie]);
    }
    return id;
  }

  function remove(id: RecordId): void {
    const tie = ties.get(id);
    if (!tie) return;
    ties.delete(id);
    for (const record of recordsOn(tie)) {
      const rest = tiesOf(record).filter((kept) => kept !== tie);
      if (rest.length > 0) byRecord.set(record, rest);
      else byRecord.delete(record);
    }
  }

  /** Under both readings of a key: which one holds may change with the records that come and go. */
  function recordsOn(tie: SourceTie): ReadonlySet<RecordId> {
    const found = new Set<RecordId>();
    for (const end of END_NAMES) {
      const key = tie[end];
      if (!key) continue;
      found.add(recordIdOf({ source: tie.source, key }));
      if (key.includes("/")) found.add(toRecordId(key));
    }
    return found;
  }
}

/** A tie as the engine counts it, its ends the identities of the book. Undefined for what joins two bodies. */
export function toEngineTie(
  id: RecordId,
  tie: SourceTie,
  ends: TieEnds,
  personOf: (record: RecordId) => RecordId,
  bodyOf: (record: RecordId) => RecordId,
): Tie | undefined {
  if (!ends.person && ends.body && ends.otherBody) return undefined;
  const { type, role, share, start, end, seenFrom, seenTo, source, sourceDate } = tie;
  return {
    id,
    person: ends.person ? personOf(ends.person) : "",
    type,
    source,
    ...(ends.body ? { organisation: bodyOf(ends.body) } : {}),
    ...(ends.otherPerson ? { otherPerson: personOf(ends.otherPerson) } : {}),
    ...(role ? { role } : {}),
    ...(share === undefined ? {} : { share }),
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
    ...(seenFrom ? { seenFrom } : {}),
    ...(seenTo ? { seenTo } : {}),
    ...(sourceDate ? { sourceDate } : {}),
  };
}
