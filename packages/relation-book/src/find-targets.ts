import { byName, type RecordId } from "@sweetspot/contract";
import { accountRecord, contactRecord, ourPeople, unseenBy } from "./book-people.ts";
import { toChoice } from "./book-answers.ts";
import type { BookState } from "./book-state.ts";
import type { BookTarget, BookView, TargetsQuery } from "./relation-book.ts";

/** Of an account's bodies so many people are targets; a register may know thousands of a listed company. */
const MOST_PLACED = 1000;

/** The account's contacts and whom the relations place in its own bodies today, the best reached first, then by name. */
export function findTargets(
  state: BookState,
  { account, contacts }: TargetsQuery,
  view: BookView,
): readonly BookTarget[] {
  const unseen = unseenBy(state, view);
  const hidden = new Set(unseen.people);
  const found = new Map<RecordId, BookTarget>();
  const strangers: BookTarget[] = [];
  for (const { id, name, title } of contacts) {
    const person = state.people.identityOf(contactRecord(id));
    const target = { contact: id, name, ...(title ? { part: title } : {}) };
    if (!person || hidden.has(person)) strangers.push(target);
    else if (!found.has(person)) found.set(person, { person, ...target });
  }
  const ours = new Set(ourPeople(state));
  for (const { person, part } of placedIn(state, account)) {
    if (found.size >= contacts.length + MOST_PLACED) break;
    if (hidden.has(person) || ours.has(person)) continue;
    const known = found.get(person);
    if (known) {
      if (!known.part && part) found.set(person, { ...known, part });
      continue;
    }
    const { name, contact } = state.mentions.person(person, view);
    found.set(person, { person, name, ...(contact ? { contact } : {}), ...(part ? { part } : {}) });
  }
  return [...ranked(state, [...found.values()], view), ...strangers].toSorted(bestFirst);
}

/** People with a tie to the account's body that holds today, with the part they play. */
function* placedIn(state: BookState, account: RecordId) {
  const body = state.bodies.identityOf(accountRecord(account));
  if (!body) return;
  for (const { tie, current } of state.bridge.tiesTo(body))
    if (current) yield { person: tie.person as RecordId, part: tie.role };
}

function ranked(state: BookState, targets: readonly BookTarget[], view: BookView): readonly BookTarget[] {
  const ways = state.bridge.reach({
    from: ourPeople(state),
    targets: targets.map(({ person }) => person as RecordId),
    ...toChoice(state, {}, unseenBy(state, view)),
  });
  return targets.map((target, place) => {
    const way = ways[place];
    if (!way) return target;
    return {
      ...target,
      best: { strength: way.strength, introductions: way.people.length - 1 },
      way: way.people as readonly RecordId[],
    };
  });
}

const bestFirst = (one: BookTarget, other: BookTarget): number =>
  (other.best?.strength ?? 0) - (one.best?.strength ?? 0) || byName(named(one), named(other));

const named = ({ person, contact, name }: BookTarget) => ({ name, id: person ?? (contact as RecordId) });
