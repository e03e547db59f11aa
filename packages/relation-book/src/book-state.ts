import { type Bridge, createBridge, type Tie, type TieProblem } from "@sweetspot/bridge-graph";
import type { RecordId, TieWish } from "@sweetspot/contract";
import { createIdentityBook, type IdentityBook } from "./identity/identity-book.ts";
import { bodyMatches, personMatches } from "./identity/match-indexes.ts";
import { createTieCircles } from "./tie-circles.ts";
import { createMentions, type Mentions } from "./mentions.ts";
import type { BookChanges, RelationBookInput } from "./relation-book.ts";
import { DEFAULT_RELATION_RULES, type RelationRules } from "./relation-rules.ts";
import {
  CRM_SOURCE,
  recordIdOf,
  type RelationSource,
  type SourceBody,
  type SourcePerson,
  type SourceTie,
} from "./source-record.ts";
import { createTieShelf, type TieShelf, toEngineTie } from "./tie-shelf.ts";

/** What a book holds: records as their sources tell them, who is who, and the engine that is kept in step with both. */
export interface BookState {
  /** Does this tie count, as far as it says itself? */
  isCounted(tie: RecordId): boolean;
  readonly sources: ReadonlyMap<string, RelationSource>;
  readonly people: IdentityBook<SourcePerson>;
  readonly bodies: IdentityBook<SourceBody>;
  readonly shelf: TieShelf;
  readonly bridge: Bridge;
  readonly problems: ReadonlyMap<RecordId, TieProblem>;
  /** By team member; who is missing shares. */
  readonly wishes: ReadonlyMap<RecordId, TieWish>;
  readonly mentions: Mentions;
  readonly rules: RelationRules;
  readonly today: string;
  readonly withCrm: boolean;
  /** Grows with each change: what was computed before is old. */
  readonly revision: number;
  apply(changes: BookChanges): void;
}

export function createBookState(input: RelationBookInput): BookState {
  const { crm, rules = DEFAULT_RELATION_RULES, decisions = [], today } = input;
  const kept = [...decisions];
  const sources = new Map([...input.sources].map((source) => [source.name, source]));
  const bodies = createIdentityBook(bodyMatches(input.identity), both(input.bodies, crm?.bodies), kept);
  const shelf = createTieShelf((id) => people.records.has(id) || bodies.records.has(id));
  for (const tie of both(input.ties, crm?.ties)) shelf.put(tie);
  const circles = createTieCircles(shelf, bodies);
  const people = createIdentityBook(
    personMatches(input.identity, circles),
    both(input.people, crm?.people),
    kept,
  );
  const dismissed = new Set(input.dismissed);
  const wishes = new Map([...(input.wishes ?? [])].map(({ teamMember, wish }) => [teamMember, wish]));
  const problems = new Map<RecordId, TieProblem>();
  const mentions = createMentions({ people, bodies, shelf });
  const bridge = createBridge(
    { people: bridgePeople(), organisations: bridgeBodies(), ties: bridgeTies(), today },
    rules,
  );
  for (const problem of bridge.problems) problems.set(problem.tie as RecordId, problem);
  let revision = 0;
  let withCrm = crm !== undefined;
  return {
    sources,
    people,
    bodies,
    shelf,
    bridge,
    problems,
    wishes,
    mentions,
    rules,
    today,
    get withCrm() {
      return withCrm;
    },
    get revision() {
      return revision;
    },
    isCounted: (tie) => !dismissed.has(tie) && !problems.has(tie),
    apply,
  };

  function* bridgePeople() {
    for (const id of people.identities()) yield { id, name: mentions.personName(id) };
  }

  function* bridgeBodies() {
    for (const id of bodies.identities()) yield mentions.engineBody(id);
  }

  function* bridgeTies(): Iterable<Tie> {
    for (const [id, tie] of shelf.ties) {
      const counted = toCounted(id, tie);
      if (counted) yield counted;
    }
  }

  function toCounted(id: RecordId, tie: SourceTie): Tie | undefined {
    if (dismissed.has(id)) return undefined;
    return toEngineTie(
      id,
      tie,
      shelf.endsOf(tie),
      (record) => people.identityOf(record) ?? record,
      (record) => bodies.identityOf(record) ?? record,
    );
  }

  function apply(changes: BookChanges): void {
    revision += 1;
    const { removed = {} } = changes;
    for (const source of changes.sources ?? []) sources.set(source.name, source);
    for (const { teamMember, wish } of changes.wishes ?? []) wishes.set(teamMember, wish);
    withCrm ||= (changes.people ?? []).some(({ source }) => source === CRM_SOURCE);
    const [made, dropped] = [changes.decisions ?? [], removed.decisions ?? []];
    const changedBodies = new Set([
      ...bodies.decide(made),
      ...bodies.forget(dropped),
      ...bodies.remove(removed.bodies ?? []),
      ...bodies.put(changes.bodies ?? []),
    ]);
    const ties = new Set<RecordId>();
    const moved = new Set<RecordId>();
    const note = (tie: SourceTie | undefined): void => {
      const person = tie && shelf.endsOf(tie).person;
      if (person && tie.body) moved.add(person);
    };
    for (const id of removed.ties ?? []) {
      note(shelf.ties.get(id));
      shelf.remove(id);
      ties.add(id);
    }
    for (const tie of changes.ties ?? []) {
      note(shelf.ties.get(recordIdOf(tie)));
      ties.add(shelf.put(tie));
      note(tie);
    }
    for (const body of changedBodies) for (const tie of shelf.tiesOf(body)) note(tie);
    const changedPeople = new Set([
      ...people.decide(made),
      ...people.forget(dropped),
      ...people.remove(removed.people ?? []),
      ...people.put(changes.people ?? []),
    ]);
    // Who has come to a body, or left it, may now be or no longer be somebody there.
    for (const id of people.put([...moved].flatMap((person) => people.records.get(person) ?? [])))
      changedPeople.add(id);
    mentions.forget();
    for (const id of changes.dismissed ?? []) ties.add((dismissed.add(id), id));
    for (const id of removed.dismissed ?? []) ties.add((dismissed.delete(id), id));
    for (const record of [...changedPeople, ...changedBodies])
      for (const tie of shelf.tiesOf(record)) ties.add(recordIdOf(tie));
    for (const id of changedPeople) refreshPerson(id);
    for (const id of changedBodies) refreshBody(id);
    for (const id of ties) recount(id);
  }

  /** The engine forgets nobody, so that his name goes at least; without ties he is on no way. */
  function refreshPerson(id: RecordId): void {
    const identity = people.identityOf(id);
    if (identity !== id) bridge.putPerson({ id, name: "" });
    if (identity) bridge.putPerson({ id: identity, name: mentions.personName(identity) });
  }

  function refreshBody(id: RecordId): void {
    const identity = bodies.identityOf(id);
    if (identity !== id) bridge.putOrganisation({ id, name: "" });
    if (identity) bridge.putOrganisation(mentions.engineBody(identity));
  }

  function recount(id: RecordId): void {
    problems.delete(id);
    const tie = shelf.ties.get(id);
    const counted = tie && toCounted(id, tie);
    const problem = counted && (problemOfEnds(tie) ?? bridge.put(counted));
    if (!counted || problem) bridge.remove(id);
    if (problem) problems.set(id, problem);
  }

  /** The engine would take a tie to somebody who is gone: it forgets nobody. */
  function problemOfEnds(tie: SourceTie): TieProblem | undefined {
    const { person, otherPerson, body } = shelf.endsOf(tie);
    const problem = (field: TieProblem["field"], fault: TieProblem["fault"], value: string): TieProblem => ({
      tie: recordIdOf(tie),
      fault,
      field,
      value,
    });
    if (person && !people.records.has(person)) return problem("person", "unknown-person", person);
    if (otherPerson && !people.records.has(otherPerson))
      return problem("otherPerson", "unknown-person", otherPerson);
    if (body && !bodies.records.has(body)) return problem("organisation", "unknown-organisation", body);
    return undefined;
  }
}

function* both<Item>(one: Iterable<Item>, other: Iterable<Item> = []): Iterable<Item> {
  yield* one;
  yield* other;
}
