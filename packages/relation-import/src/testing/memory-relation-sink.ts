import {
  type AnyRelationRow,
  type BodyRow,
  type PersonRow,
  type RelationCounts,
  type RelationImportSource,
  type RelationKind,
  type RelationSink,
  type SinkProblem,
  type TieRow,
} from "../relation-sink.port.ts";

/** A sink in memory that keeps one source; for tests of what is read, not of what is stored. */
export interface MemoryRelationSink extends RelationSink {
  readonly people: readonly PersonRow[];
  readonly bodies: readonly BodyRow[];
  readonly ties: readonly TieRow[];
  /** Ties that a whole source was said to have, though they could not be taken. */
  readonly keptTies: readonly string[];
  /** The next call of a writer fails with it. */
  failNext(error: Error): void;
}

type Tables = Readonly<Record<RelationKind, Map<string, AnyRelationRow>>>;

const copy = (tables: Tables): Tables => ({
  people: new Map(tables.people),
  bodies: new Map(tables.bodies),
  ties: new Map(tables.ties),
});

export function createMemoryRelationSink(): MemoryRelationSink {
  let seen: Tables = { people: new Map(), bodies: new Map(), ties: new Map() };
  let keptTies: string[] = [];
  let failure: Error | undefined;
  const strike = (): void => {
    const error = failure;
    failure = undefined;
    if (error) throw error;
  };
  const rowsOf = (kind: RelationKind) => [...seen[kind].values()];
  return {
    get people() {
      return rowsOf("people") as PersonRow[];
    },
    get bodies() {
      return rowsOf("bodies") as BodyRow[];
    },
    get ties() {
      return rowsOf("ties") as TieRow[];
    },
    get keptTies() {
      return keptTies;
    },
    failNext: (error) => void (failure = error),
    async begin({ whole, date = "2026-11-22" }: RelationImportSource) {
      const next = copy(seen);
      const shown = new Set<string>();
      const kept: string[] = [];
      const counts = { people: { ...NONE }, bodies: { ...NONE }, ties: { ...NONE } };
      const put = (kind: RelationKind, rows: readonly AnyRelationRow[]): void => {
        for (const row of rows) {
          const before = next[kind].get(row.key);
          if (!before) counts[kind].created += 1;
          else if (JSON.stringify(before) === JSON.stringify(row)) counts[kind].unchanged += 1;
          else counts[kind].updated += 1;
          next[kind].set(row.key, row);
        }
      };
      return {
        async putPeople(rows) {
          strike();
          put("people", rows);
          return [];
        },
        async putBodies(rows) {
          strike();
          put("bodies", rows);
          return [];
        },
        async putTies(rows) {
          strike();
          const problems = rows.flatMap((tie, row) => unknownEnd(next, tie, row) ?? []);
          const refused = new Set(problems.map(({ row }) => row));
          put(
            "ties",
            rows.filter((_, row) => !refused.has(row)),
          );
          for (const { key } of rows) shown.add(key);
          return problems;
        },
        async keepTies(keys) {
          strike();
          kept.push(...keys);
        },
        async finish(): Promise<RelationCounts> {
          strike();
          const there = new Set([...shown, ...kept]);
          if (whole)
            for (const [key, tie] of next.ties)
              if (!there.has(key) && !("end" in tie)) {
                next.ties.set(key, { ...tie, end: date } as TieRow);
                counts.ties.ended += 1;
              }
          seen = next;
          keptTies = kept;
          return counts;
        },
        async abort() {},
      };
    },
  };
}

const NONE = { created: 0, updated: 0, unchanged: 0, ended: 0 };

function unknownEnd({ people, bodies }: Tables, tie: TieRow, row: number): SinkProblem | undefined {
  for (const field of ["person", "otherPerson"] as const)
    if (tie[field] !== undefined && !people.has(tie[field])) return { row, fault: "unknown-person", field };
  for (const field of ["body", "otherBody"] as const)
    if (tie[field] !== undefined && !bodies.has(tie[field])) return { row, fault: "unknown-body", field };
  return undefined;
}
