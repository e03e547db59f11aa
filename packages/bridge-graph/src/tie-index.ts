import { shareFactor, sizeFactor, type TieFacts } from "./link-strength.ts";
import { createPeriodReader, toDays } from "./period.ts";
import type { BridgeRules } from "./rules.ts";
import { dropFromRow, EMPTY_ROW, insertInRow, type Rows } from "./sorted-rows.ts";
import type { BridgeOrganisation, BridgePerson, Tie, TieProblem } from "./tie.ts";

/** A tie of a person to a body; people and bodies are numbers in the order in which they came. */
export interface Membership extends TieFacts {
  readonly tie: Tie;
  readonly person: number;
  readonly body: number;
  /** Circles are numbers, 0 is the whole body. */
  readonly circle: number;
}

/** A tie between two people, kept at both ends; `person` is the end that keeps it. */
export interface Acquaintance extends TieFacts {
  readonly tie: Tie;
  readonly person: number;
  readonly other: number;
}

/** How large the circles of a body are; the whole body is circle 0. */
export interface BodySize {
  /** What the organisation says or, where that is more, who is known. */
  readonly people: readonly number[];
  readonly factors: readonly number[];
  /** Known people are too many to join each with each. */
  readonly crowded: readonly boolean[];
}

/** All ties by person and by body. Mutable, and only through `put` and `remove`. */
export interface TieIndex {
  readonly today: number;
  readonly rules: BridgeRules;
  readonly people: readonly BridgePerson[];
  readonly organisations: readonly BridgeOrganisation[];
  /** Of each body, by person. */
  readonly members: readonly (readonly Membership[])[];
  /** Of each person, by body. */
  readonly memberships: readonly (readonly Membership[])[];
  /** Of each person, by other person. */
  readonly acquaintances: readonly (readonly Acquaintance[])[];
  personOf(id: string): number | undefined;
  bodyOf(id: string): number | undefined;
  sizeOf(body: number): BodySize;
  tieCount(): number;
  addPerson(person: BridgePerson): void;
  addOrganisation(organisation: BridgeOrganisation): void;
  has(tieId: string): boolean;
  /** Takes the tie in, or says why not. An id that is there already is refused: remove it first. */
  add(tie: Tie): TieProblem | undefined;
  remove(tieId: string): void;
  /** People whose pairs a tie of this id bears upon: its ends, or all members of its body, whose size it changes. */
  touchedBy(tieId: string): readonly number[];
  touchedByBody(body: number): readonly number[];
}

/**
 * @throws RangeError where `today` is no day
 */
export function createTieIndex(rules: BridgeRules, todayText: string): TieIndex {
  const today = toDays(todayText)?.last;
  if (today === undefined)
    throw new RangeError(`today is "${todayText}"; it must be a date like 2026-01-31.`);
  const periods = createPeriodReader(today, rules.currentMonths * 30.4375);
  const people: BridgePerson[] = [];
  const organisations: BridgeOrganisation[] = [];
  const members: Rows<Membership> = [];
  const memberships: Rows<Membership> = [];
  const acquaintances: Rows<Acquaintance> = [];
  const sizes: (BodySize | undefined)[] = [];
  const personById = new Map<string, number>();
  const bodyById = new Map<string, number>();
  const tieById = new Map<string, Membership | Acquaintance>();
  const circles = [
    undefined,
    ...new Set(Object.values(rules.relations).flatMap(({ circle }) => circle ?? [])),
  ];
  return {
    today,
    rules,
    people,
    organisations,
    members,
    memberships,
    acquaintances,
    personOf: (id) => personById.get(id),
    bodyOf: (id) => bodyById.get(id),
    sizeOf: (body) => (sizes[body] ??= measure(body)),
    tieCount: () => tieById.size,
    addPerson,
    addOrganisation,
    has: (tieId) => tieById.has(tieId),
    add,
    remove,
    touchedBy,
    touchedByBody,
  };

  function addPerson(person: BridgePerson): void {
    const known = personById.get(person.id);
    people[known ?? people.length] = person;
    if (known !== undefined) return;
    personById.set(person.id, memberships.length);
    memberships.push(EMPTY_ROW);
    acquaintances.push(EMPTY_ROW);
  }

  function addOrganisation(organisation: BridgeOrganisation): void {
    const known = bodyById.get(organisation.id);
    organisations[known ?? organisations.length] = organisation;
    if (known !== undefined) {
      sizes[known] = undefined;
      return;
    }
    bodyById.set(organisation.id, members.length);
    members.push(EMPTY_ROW);
    sizes.push(undefined);
  }

  function add(tie: Tie): TieProblem | undefined {
    const problem = (field: keyof Tie, fault: TieProblem["fault"]): TieProblem => ({
      tie: tie.id,
      fault,
      field,
      value: String(tie[field] ?? ""),
    });
    if (tieById.has(tie.id)) return problem("id", "repeated-id");
    if (tie.organisation && tie.otherPerson) return problem("otherPerson", "two-ends");
    if (!tie.person) return problem("person", "missing-end");
    if (!tie.organisation && !tie.otherPerson) return problem("organisation", "missing-end");
    const person = personById.get(tie.person);
    if (person === undefined) return problem("person", "unknown-person");
    if (tie.otherPerson === tie.person) return problem("otherPerson", "self-tie");
    const relation = Object.hasOwn(rules.relations, tie.type) ? rules.relations[tie.type] : undefined;
    if (!relation) return problem("type", "unknown-type");
    if (tie.share !== undefined && !(tie.share >= 0 && tie.share <= 100))
      return problem("share", "share-out-of-range");
    const period = periods.read(tie);
    if ("fault" in period) return problem(period.field, period.fault);
    const base = relation.strength * shareFactor(relation, tie.share, rules);
    if (tie.organisation) {
      const body = bodyById.get(tie.organisation);
      if (body === undefined) return problem("organisation", "unknown-organisation");
      join({ tie, person, body, circle: circles.indexOf(relation.circle), relation, base, ...period });
    } else {
      const other = personById.get(tie.otherPerson as string);
      if (other === undefined) return problem("otherPerson", "unknown-person");
      const acquaintance: Acquaintance = { tie, person, other, relation, base, ...period };
      tieById.set(tie.id, acquaintance);
      insertInRow(acquaintances, person, acquaintance, byOther);
      insertInRow(acquaintances, other, { ...acquaintance, person: other, other: person }, byOther);
    }
    return undefined;
  }

  function join(membership: Membership): void {
    tieById.set(membership.tie.id, membership);
    insertInRow(memberships, membership.person, membership, byBody);
    insertInRow(members, membership.body, membership, byPerson);
    sizes[membership.body] = undefined;
  }

  function remove(tieId: string): void {
    const found = tieById.get(tieId);
    if (!found) return;
    tieById.delete(tieId);
    if ("body" in found) {
      dropFromRow(memberships, found.person, tieId);
      dropFromRow(members, found.body, tieId);
      sizes[found.body] = undefined;
    } else {
      dropFromRow(acquaintances, found.person, tieId);
      dropFromRow(acquaintances, found.other, tieId);
    }
  }

  function touchedBy(tieId: string): readonly number[] {
    const found = tieById.get(tieId);
    if (!found) return [];
    return "body" in found ? touchedByBody(found.body) : [found.person, found.other];
  }

  function touchedByBody(body: number): readonly number[] {
    return (members[body] ?? EMPTY_ROW).map(({ person }) => person);
  }

  function measure(body: number): BodySize {
    const known = circles.map(() => 0);
    const last = circles.map(() => -1);
    const count = (circle: number, person: number): void => {
      if (last[circle] === person) return;
      last[circle] = person;
      known[circle] = (known[circle] as number) + 1;
    };
    for (const { person, circle } of members[body] ?? EMPTY_ROW) {
      count(0, person);
      count(circle, person);
    }
    const said = organisations[body]?.people ?? 0;
    const people = known.map((size, circle) => (circle === 0 ? Math.max(size, said) : size));
    return {
      people,
      factors: people.map((size) => sizeFactor(size, rules)),
      crowded: known.map((size) => size > rules.largestBody),
    };
  }
}

// Ties of equal strength are told apart by their ids: what is shown does not depend on the order in which they came.
const byId = (one: { readonly tie: Tie }, other: { readonly tie: Tie }): number =>
  one.tie.id < other.tie.id ? -1 : 1;
const byBody = (one: Membership, other: Membership): number => one.body - other.body || byId(one, other);
const byPerson = (one: Membership, other: Membership): number => one.person - other.person;
const byOther = (one: Acquaintance, other: Acquaintance): number =>
  one.other - other.other || byId(one, other);
