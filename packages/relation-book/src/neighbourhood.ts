import type { RecordId } from "@sweetspot/contract";
import { unseenBy } from "./book-people.ts";
import type { BookState } from "./book-state.ts";
import type { BookView, RelationWarning } from "./relation-book.ts";
import { recordIdOf } from "./source-record.ts";

/** So many insolvent bodies around one are a pattern. Method, "Sales tools": the neighbourhood effect. */
const PATTERN = 2;

/** Insolvent bodies that a person has or had a tie to, where they are a pattern; by id. */
export function insolventAround(state: BookState, person: RecordId, view?: BookView): readonly RecordId[] {
  const { people, bodies, shelf, mentions } = state;
  const found = new Set<RecordId>();
  for (const record of people.recordsOf(person))
    for (const tie of shelf.tiesOf(record)) {
      const { body } = shelf.endsOf(tie);
      const identity = body && bodies.identityOf(body);
      if (identity && mentions.insolvent(identity) && state.isCounted(recordIdOf(tie))) found.add(identity);
    }
  if (found.size < PATTERN) return [];
  const unseen = view && unseenBy(state, view);
  const seen = [...found].filter((body) => !unseen?.bodies.includes(body)).toSorted();
  return seen.length < PATTERN ? [] : seen;
}

/** Insolvent bodies, and the people and bodies around several of them; by kind and id. */
export function warningsOf(state: BookState): readonly RelationWarning[] {
  const { people, bodies, shelf, mentions } = state;
  const warnings: RelationWarning[] = [];
  const near = new Set<RecordId>();
  /** Owners of insolvent bodies. */
  const owned = new Map<RecordId, Set<RecordId>>();
  for (const id of bodies.identities()) {
    if (!mentions.insolvent(id)) continue;
    warnings.push({ kind: "insolvent-body", subject: id, bodies: [id] });
    for (const record of bodies.recordsOf(id))
      for (const tie of shelf.tiesOf(record)) {
        const { person, body, otherBody } = shelf.endsOf(tie);
        const known = person && people.identityOf(person);
        if (known) near.add(known);
        const owner = otherBody && bodies.identityOf(otherBody);
        if (owner && owner !== id && body === record)
          owned.set(owner, (owned.get(owner) ?? new Set()).add(id));
      }
  }
  for (const person of near) {
    const around = insolventAround(state, person);
    if (around.length > 0)
      warnings.push({ kind: "person-around-insolvencies", subject: person, bodies: around });
  }
  for (const [owner, around] of owned)
    if (around.size >= PATTERN)
      warnings.push({ kind: "body-around-insolvencies", subject: owner, bodies: [...around].toSorted() });
  return warnings.toSorted(byKindAndSubject);
}

function byKindAndSubject(one: RelationWarning, other: RelationWarning): number {
  const [mine, theirs] = [`${one.kind}\n${one.subject}`, `${other.kind}\n${other.subject}`];
  if (mine === theirs) return 0;
  return mine < theirs ? -1 : 1;
}
