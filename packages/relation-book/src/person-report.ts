import type { RecordId, RelationTie } from "@sweetspot/contract";
import type { BookState } from "./book-state.ts";
import type { PersonReport } from "./relation-book.ts";
import { CRM_SOURCE, recordIdOf } from "./source-record.ts";
import { toEngineTie } from "./tie-shelf.ts";
import { toRelationTie } from "./to-relation.ts";

/** Nobody's view: a report tells the person himself all there is. */
const ALL = { me: "" as RecordId };

/** All that is stored about a person: what counts for nothing too. */
export function reportOn(state: BookState, id: RecordId): PersonReport | undefined {
  const { people, bodies, shelf, mentions, sources, wishes } = state;
  const identity = people.identityOf(id);
  if (!identity) return undefined;
  const records = people.recordsOf(identity).flatMap((record) => people.records.get(record) ?? []);
  const personOf = (record: RecordId): RecordId => people.identityOf(record) ?? record;
  const bodyOf = (record: RecordId): RecordId => bodies.identityOf(record) ?? record;
  const ties = new Map<RecordId, RelationTie>();
  for (const record of records)
    for (const tie of shelf.tiesOf(recordIdOf(record))) {
      const name = recordIdOf(tie);
      const counted = toEngineTie(name, tie, shelf.endsOf(tie), personOf, bodyOf);
      if (counted) ties.set(name, toRelationTie(counted));
    }
  const all = [...ties.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const others = new Set(
    all.flatMap(({ person, otherPerson }) => [person, ...(otherPerson ? [otherPerson] : [])]),
  );
  others.delete(identity);
  const places = new Set(all.flatMap(({ body }) => body ?? []));
  const named = new Set(
    [...records, ...all.map(({ source }) => ({ source: source?.name ?? CRM_SOURCE }))].map(
      ({ source }) => source,
    ),
  );
  const wish = records.flatMap(({ teamMember }) => (teamMember && wishes.get(teamMember)) ?? [])[0];
  return {
    person: mentions.person(identity, ALL),
    records,
    ties: all,
    people: [...others]
      .filter((other) => people.identityOf(other))
      .map((other) => mentions.person(other, ALL)),
    bodies: [...places].filter((body) => bodies.identityOf(body)).map((body) => mentions.body(body, ALL)),
    sources: [...sources.values()].filter(({ name }) => named.has(name)),
    merged: people.mergesOf(identity),
    ...(wish ? { wish } : {}),
  };
}
