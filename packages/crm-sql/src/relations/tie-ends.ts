import type { ReadOptions } from "@sweetspot/contract";
import { type CompactIndex, createCompactIndex } from "@sweetspot/crm-import/reading";
import type { RelationKind, SinkFault, SinkProblem, TieRow } from "@sweetspot/relation-import";
import { sql } from "kysely";
import type { Queries } from "../database.ts";
import { givenIds } from "../given-rows.ts";
import type { RelationWriting } from "./relation-rows.ts";
import { partsOf, tableOf } from "./relation-tables.ts";

type EndKind = Exclude<RelationKind, "ties">;
type End = "person" | "otherPerson" | "body" | "otherBody";
const ENDS: readonly (readonly [End, EndKind, SinkFault])[] = [
  ["person", "people", "unknown-person"],
  ["otherPerson", "people", "unknown-person"],
  ["body", "bodies", "unknown-body"],
  ["otherBody", "bodies", "unknown-body"],
];

/** Knows whom ties may name: a key is looked up in the database once. */
export interface TieEnds {
  /** These are of the source that is being written. */
  add(kind: EndKind, keys: readonly string[]): void;
  /** Ties with an end that is neither of this source nor, named by its id, of another one. */
  findUnknown(ties: readonly TieRow[], options?: ReadOptions): Promise<readonly SinkProblem[]>;
}

export function createTieEnds(
  queries: Queries,
  { tenant, source }: RelationWriting,
  otherSources: ReadonlyMap<string, number>,
): TieEnds {
  const known = new Map<string, CompactIndex>();
  const indexOf = (kind: EndKind, at: number): CompactIndex => {
    const name = `${kind} ${at}`;
    const index = known.get(name) ?? createCompactIndex();
    known.set(name, index);
    return index;
  };
  const placeOf = (end: string): { readonly source: number; readonly key: string } => {
    const parts = partsOf(end);
    const other = parts && otherSources.get(parts.source);
    return parts && other !== undefined ? { source: other, key: parts.key } : { source, key: end };
  };
  const lookUp = async (kind: EndKind, ends: readonly string[], options?: ReadOptions): Promise<void> => {
    const places = Map.groupBy([...new Set(ends)].map(placeOf), (place) => place.source);
    for (const [at, wanted] of places) {
      const rows = await queries.query(
        sql<{ key: string }>`select key from ${tableOf(kind)} where tenant = ${tenant} and source = ${at}
          and key = any(${givenIds(wanted.map(({ key }) => key))})`,
        options,
      );
      const index = indexOf(kind, at);
      for (const { key } of rows) index.add(key);
    }
  };
  const own = { people: indexOf("people", source), bodies: indexOf("bodies", source) };
  const isKnown = (kind: EndKind, end: string): boolean => {
    // Nearly every end is a plain key of the same source.
    if (!end.includes("/")) return own[kind].find(end) >= 0;
    const place = placeOf(end);
    return indexOf(kind, place.source).find(place.key) >= 0;
  };

  return {
    add(kind, keys) {
      const index = indexOf(kind, source);
      for (const key of keys) index.add(key);
    },
    async findUnknown(ties, options) {
      for (const kind of ["people", "bodies"] as const) {
        const fields = ENDS.filter((end) => end[1] === kind).map(([field]) => field);
        const wanted = ties.flatMap((tie) =>
          fields.flatMap((field) => {
            const end = tie[field];
            return end === undefined || isKnown(kind, end) ? [] : [end];
          }),
        );
        if (wanted.length > 0) await lookUp(kind, wanted, options);
      }
      return ties.flatMap((tie, row) => {
        const bad = ENDS.find(([field, kind]) => {
          const end = tie[field];
          return end !== undefined && !isKnown(kind, end);
        });
        return bad ? [{ row, fault: bad[2], field: bad[0] }] : [];
      });
    },
  };
}
