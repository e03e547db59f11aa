import type { TieChoice } from "@sweetspot/bridge-graph";
import {
  CrmError,
  type PathsAdvice,
  type PathsAnswer,
  type PathsQuery,
  type RecordId,
  type RelationChoice,
  type RelationLink,
} from "@sweetspot/contract";
import { gapsOf, lookUpPerson, ourPeople, type Unseen, unseenBy } from "./book-people.ts";
import type { BookState } from "./book-state.ts";
import type { BookAcquaintances, BookAcquaintancesQuery, BookView } from "./relation-book.ts";
import { castOf, toRelationLink, toRelationPath } from "./to-relation.ts";

const MOST_WAYS = 12;
const MOST_INTRODUCTIONS = 3;

/**
 * The strongest ways to a person, as this user may see them.
 *
 * @throws CrmError `malformed` where a number of the query is out of its range
 */
export function answerPaths(
  state: BookState,
  query: Omit<PathsQuery, "account">,
  view: BookView,
): PathsAnswer {
  const { count, maxIntroductions } = checkedNumbers(query);
  const gaps = gapsOf(state);
  const unseen = unseenBy(state, view);
  const target = "person" in query.to ? lookUpPerson(state, query.to.person) : lookUpPerson(state, query.to);
  if (target === undefined || unseen.people.includes(target)) return nobodyKnown(gaps);
  const from =
    query.from?.flatMap((teamMember) => lookUpPerson(state, { teamMember }) ?? []) ?? ourPeople(state);
  const choice = toChoice(state, query, unseen);
  const answer = state.bridge.paths({ from, to: target, maxIntroductions, count, ...choice });
  const paths = answer.paths.map((path) => toRelationPath(state, path, view));
  const advice =
    answer.advice &&
    ({
      reason: answer.advice.reason,
      withoutFilters: isFiltered(query) && isReached(state, { from, target, maxIntroductions, unseen }),
      ...(answer.advice.longer ? { longer: toRelationPath(state, answer.advice.longer, view) } : {}),
      openers: answer.advice.openers.map((path) => toRelationPath(state, path, view)),
    } satisfies PathsAdvice);
  const told = [
    ...paths,
    ...(advice?.openers ?? []),
    ...(advice && "longer" in advice ? [advice.longer] : []),
  ];
  return {
    target,
    paths,
    cutOff: answer.cutOff,
    ...(advice ? { advice } : {}),
    gaps,
    ...castOf(
      state,
      [target, ...told.flatMap(({ people }) => people)],
      told.flatMap(({ links }) => links),
      view,
    ),
  };
}

const nobodyKnown = (gaps: PathsAnswer["gaps"]): PathsAnswer => ({
  paths: [],
  cutOff: false,
  advice: { reason: "unknown-target", withoutFilters: false, openers: [] },
  people: [],
  bodies: [],
  gaps,
});

/** Whom a person knows, as this user may see it; nobody where the person is not there for him. */
export function answerAcquaintances(
  state: BookState,
  query: BookAcquaintancesQuery,
  view: BookView,
): BookAcquaintances {
  const { start = 0, end = Infinity } = query;
  const unseen = unseenBy(state, view);
  const person = lookUpPerson(state, query.person);
  if (person === undefined || unseen.people.includes(person))
    return { total: 0, links: [], people: [], bodies: [] };
  const choice = toChoice(state, query, unseen);
  // Equally strong ones by id: pages go on where they stopped, whatever the engine was told first.
  const known = state.bridge
    .acquaintances(person, choice)
    .toSorted((one, other) => other.strength - one.strength || (one.person < other.person ? -1 : 1));
  const links: readonly RelationLink[] = known
    .slice(start, end)
    .flatMap(({ person: other }) => state.bridge.link(person, other, choice) ?? [])
    .map((link) => toRelationLink(state, link, view));
  return { total: known.length, links, ...castOf(state, [person], links, view) };
}

/** Ids that plans wrote down may be those of records that have been merged since. */
export function toChoice(
  { people, bodies }: BookState,
  { relationTypes, currentOnly, exclude = {} }: RelationChoice,
  unseen: Unseen,
): TieChoice {
  const identitiesOf = (
    book: { identityOf(id: RecordId): RecordId | undefined },
    ids: readonly RecordId[] = [],
  ): readonly RecordId[] => ids.flatMap((id) => book.identityOf(id) ?? []);
  const around = [...identitiesOf(people, exclude.people), ...unseen.people];
  const organisations = [...identitiesOf(bodies, exclude.bodies), ...unseen.bodies];
  const ties = [...(exclude.ties ?? []), ...unseen.ties];
  const left = {
    ...(around.length > 0 ? { people: around } : {}),
    ...(organisations.length > 0 ? { organisations } : {}),
    ...(ties.length > 0 ? { ties } : {}),
  };
  return {
    ...(relationTypes ? { relationTypes } : {}),
    ...(currentOnly ? { currentOnly } : {}),
    ...(Object.keys(left).length > 0 ? { exclude: left } : {}),
  };
}

const isFiltered = ({ relationTypes, currentOnly, exclude = {} }: RelationChoice): boolean =>
  relationTypes !== undefined || currentOnly === true || Object.values(exclude).some((ids) => ids.length > 0);

interface Reach {
  readonly from: readonly RecordId[];
  readonly target: RecordId;
  readonly maxIntroductions: number;
  readonly unseen: Unseen;
}

/** Without what the user himself leaves out, but not without what is kept from him. */
function isReached(state: BookState, { from, target, maxIntroductions, unseen }: Reach): boolean {
  const choice = toChoice(state, {}, unseen);
  return state.bridge.reach({ from, targets: [target], maxIntroductions, ...choice })[0] !== undefined;
}

function checkedNumbers({ count = 5, maxIntroductions = MOST_INTRODUCTIONS }: Omit<PathsQuery, "account">) {
  if (!Number.isInteger(count) || count < 1 || count > MOST_WAYS)
    throw new CrmError("malformed", `count is ${count}; ask for 1 to ${MOST_WAYS} ways.`);
  if (!Number.isInteger(maxIntroductions) || maxIntroductions < 1 || maxIntroductions > MOST_INTRODUCTIONS)
    throw new CrmError("malformed", `maxIntroductions is ${maxIntroductions}; it must be 1, 2 or 3.`);
  return { count, maxIntroductions };
}
