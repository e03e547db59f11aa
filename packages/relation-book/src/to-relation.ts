import type { BridgeLink, BridgePath, Evidence, Tie } from "@sweetspot/bridge-graph";
import {
  type RecordId,
  type RelationCast,
  type RelationGround,
  type RelationLink,
  type RelationPath,
  type RelationTie,
  type SourceNote,
  toRecordId,
} from "@sweetspot/contract";
import type { BookState } from "./book-state.ts";
import { insolventAround } from "./neighbourhood.ts";
import type { BookView } from "./relation-book.ts";

/** The engine's answers in the words of the port. */
export function toRelationPath(state: BookState, path: BridgePath, view: BookView): RelationPath {
  return {
    strength: path.strength,
    people: path.people.map(toRecordId),
    links: path.links.map((link) => toRelationLink(state, link, view)),
  };
}

export function toRelationLink(state: BookState, link: BridgeLink, view: BookView): RelationLink {
  const [from, to] = [toRecordId(link.from), toRecordId(link.to)];
  const askFirst = wishingOf(state, from, view) ?? wishingOf(state, to, view);
  return {
    from,
    to,
    strength: link.strength,
    because: link.because.map(toGround),
    ...(askFirst ? { askFirst } : {}),
  };
}

function wishingOf({ people, wishes }: BookState, person: RecordId, { me }: BookView): RecordId | undefined {
  if (wishes.size === 0) return undefined;
  return people
    .recordsOf(person)
    .flatMap((id) => people.records.get(id)?.teamMember ?? [])
    .find((member) => member !== me && wishes.get(member) === "ask-first");
}

function toGround({ organisation, ties, from, to, current, strength, reasons }: Evidence): RelationGround {
  return {
    ...(organisation === undefined ? {} : { body: toRecordId(organisation) }),
    ties: ties.map(toRelationTie),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    current,
    strength,
    reasons,
  };
}

export function toRelationTie(tie: Tie): RelationTie {
  const source = toNote(tie);
  return {
    id: toRecordId(tie.id),
    person: toRecordId(tie.person),
    ...(tie.organisation ? { body: toRecordId(tie.organisation) } : {}),
    ...(tie.otherPerson ? { otherPerson: toRecordId(tie.otherPerson) } : {}),
    type: tie.type,
    ...(tie.role ? { role: tie.role } : {}),
    ...(tie.share === undefined ? {} : { share: tie.share }),
    ...(tie.start ? { from: tie.start } : {}),
    ...(tie.end ? { to: tie.end } : {}),
    ...(source ? { source } : {}),
  };
}

/** A source that does not date its rows says when it last saw them. */
function toNote({ source, sourceDate, seenTo }: Tie): SourceNote | undefined {
  const date = sourceDate ?? seenTo;
  return source ? { name: source, ...(date ? { date } : {}) } : undefined;
}

/** Everybody of some links, each once, and the insolvent bodies behind a warning. */
export function castOf(
  state: BookState,
  people: Iterable<RecordId>,
  links: readonly RelationLink[],
  view: BookView,
): RelationCast {
  const persons = new Set(people);
  const bodies = new Set<RecordId>();
  for (const { from, to, because } of links) {
    persons.add(from).add(to);
    for (const { body } of because) if (body) bodies.add(body);
  }
  const cast = [...persons].map((id) => {
    const insolvencies = insolventAround(state, id, view);
    for (const body of insolvencies) bodies.add(body);
    const person = state.mentions.person(id, view);
    return insolvencies.length > 0 ? { ...person, insolvencies } : person;
  });
  return { people: cast, bodies: [...bodies].map((id) => state.mentions.body(id, view)) };
}
