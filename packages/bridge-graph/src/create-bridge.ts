import { advise, neighboursOf } from "./advise.ts";
import type {
  Bridge,
  BridgeAnswer,
  BridgeLink,
  BridgePath,
  BridgeQuery,
  BridgeReach,
  TieChoice,
} from "./bridge.ts";
import { beginSearch, type CheapPath, nextPath, ranOut } from "./cheapest-paths.ts";
import { chooseDiverse } from "./diverse-paths.ts";
import { explainLink } from "./explain-link.ts";
import { createGraphShelf, toTieFilter } from "./graph-shelf.ts";
import { type BridgeRules, checkBridgeRules, DEFAULT_BRIDGE_RULES, fromCost } from "./rules.ts";
import type { BridgeOrganisation, BridgePerson, Tie, TieProblem } from "./tie.ts";
import { createTieIndex, type TieIndex } from "./tie-index.ts";

export interface BridgeInput {
  readonly people: Iterable<BridgePerson>;
  readonly organisations: Iterable<BridgeOrganisation>;
  readonly ties: Iterable<Tie>;
  /** The day strengths are counted for, as `2026-01-31`. */
  readonly today: string;
}

const MOST_INTRODUCTIONS = 3;
const DEFAULT_BUDGET = 2_000_000;

/**
 * Takes people, organisations and ties in; what is wrong with a tie stands in `problems` and stops no other. The graph of
 * all pairs is made at the first question.
 *
 * @throws RangeError naming a rule that is out of range or a `today` that is no day
 */
export function createBridge(input: BridgeInput, rules: BridgeRules = DEFAULT_BRIDGE_RULES): Bridge {
  checkBridgeRules(rules);
  const index = createTieIndex(rules, input.today);
  for (const person of input.people) index.addPerson(person);
  for (const organisation of input.organisations) index.addOrganisation(organisation);
  const problems: TieProblem[] = [];
  for (const tie of input.ties) {
    const problem = index.add(tie);
    if (problem) problems.push(problem);
  }
  const shelf = createGraphShelf(index);
  return {
    get size() {
      return {
        people: index.people.length,
        organisations: index.organisations.length,
        ties: index.tieCount(),
        pairs: shelf.graph({}).edgeCount,
      };
    },
    problems,
    paths: (query) => answer(index, shelf, query),
    reach: (query) => reach(index, shelf, query),
    link,
    acquaintances,
    tiesTo,
    put,
    remove,
    putPerson: index.addPerson,
    putOrganisation,
  };

  function link(person: string, other: string, choice: TieChoice = {}): BridgeLink | undefined {
    const [one, another] = [index.personOf(person), index.personOf(other)];
    if (one === undefined || another === undefined || one === another) return undefined;
    return explainLink(index, one, another, toTieFilter(choice));
  }

  function acquaintances(id: string, choice: TieChoice = {}): ReturnType<Bridge["acquaintances"]> {
    const person = index.personOf(id);
    if (person === undefined) return [];
    const excluded = new Set(choice.exclude?.people);
    return neighboursOf(shelf.graph(choice), person)
      .toSorted((one, other) => one.cost - other.cost || one.node - other.node)
      .map(({ node, cost }) => ({ person: idOf(index, node), strength: fromCost(cost) }))
      .filter((known) => !excluded.has(known.person));
  }

  function tiesTo(organisation: string): ReturnType<Bridge["tiesTo"]> {
    const body = index.bodyOf(organisation);
    return body === undefined
      ? []
      : (index.members[body] ?? []).map(({ tie, current }) => ({ tie, current }));
  }

  function put(tie: Tie): TieProblem | undefined {
    remove(tie.id);
    const problem = index.add(tie);
    shelf.touch(index.touchedBy(tie.id));
    return problem;
  }

  function remove(tieId: string): void {
    shelf.touch(index.touchedBy(tieId));
    index.remove(tieId);
  }

  function putOrganisation(organisation: BridgeOrganisation): void {
    index.addOrganisation(organisation);
    shelf.touch(index.touchedByBody(index.bodyOf(organisation.id) as number));
  }
}

type Shelf = ReturnType<typeof createGraphShelf>;

function answer(index: TieIndex, shelf: Shelf, query: BridgeQuery): BridgeAnswer {
  const { maxIntroductions = MOST_INTRODUCTIONS, count = 5, budget = DEFAULT_BUDGET } = query;
  checkQuery(maxIntroductions, count, budget);
  const choice = toChoice(query);
  const unknown = [...query.from, query.to].filter((id) => index.personOf(id) === undefined);
  const target = index.personOf(query.to);
  if (target === undefined)
    return {
      paths: [],
      cutOff: false,
      unknown,
      advice: { reason: "unknown-target", withoutFilters: false, openers: [] },
    };
  const { sources, avoid } = endsOf(index, query);
  const graph = shelf.graph(choice);
  const search = { graph, sources, target, avoid, maxIntroductions, budget };
  const running = beginSearch(graph, { ...search, maxEdges: maxIntroductions });
  const chosen = chooseDiverse(running, count);
  const cutOff = chosen.length < count && ranOut(running);
  const explain = (path: CheapPath): BridgePath => explainPath(index, path, choice);
  if (chosen.length > 0 || count === 0) return { paths: chosen.map(explain), cutOff, unknown };
  const { reason, longer, openers } = advise({ ...search, cutOff });
  return {
    paths: [],
    cutOff,
    unknown,
    advice: {
      reason,
      withoutFilters: isFiltered(choice) && answer(index, shelf, toBareQuery(query)).paths.length > 0,
      ...(longer ? { longer: explain(longer) } : {}),
      openers: openers.map(explain),
    },
  };
}

function reach(index: TieIndex, shelf: Shelf, query: BridgeReach): ReturnType<Bridge["reach"]> {
  const { maxIntroductions = MOST_INTRODUCTIONS, budget = DEFAULT_BUDGET } = query;
  checkQuery(maxIntroductions, 1, budget);
  const { sources, avoid } = endsOf(index, query);
  const graph = shelf.graph(toChoice(query));
  return query.targets.map((id) => {
    const target = index.personOf(id);
    if (target === undefined) return undefined;
    const found = nextPath(
      beginSearch(graph, { sources, target, avoid, maxEdges: maxIntroductions, budget }),
    );
    return found && { strength: fromCost(found.cost), people: found.nodes.map((node) => idOf(index, node)) };
  });
}

function endsOf(index: TieIndex, { from, exclude }: Pick<BridgeQuery, "from" | "exclude">) {
  const excluded = new Set(exclude?.people);
  const sources = from.filter((id) => !excluded.has(id)).flatMap((id) => index.personOf(id) ?? []);
  const around = [...excluded].flatMap((id) => index.personOf(id) ?? []);
  // A path through another of ours is a detour: he is asked himself.
  return { sources, avoid: new Set([...sources, ...around]) };
}

const toChoice = ({ relationTypes, currentOnly, exclude }: TieChoice): TieChoice => ({
  ...(relationTypes ? { relationTypes } : {}),
  ...(currentOnly ? { currentOnly } : {}),
  ...(exclude ? { exclude } : {}),
});

const isFiltered = (choice: TieChoice): boolean => Object.keys(choice).length > 0;

const toBareQuery = ({ from, to, maxIntroductions, budget }: BridgeQuery): BridgeQuery => ({
  from,
  to,
  count: 1,
  ...(maxIntroductions === undefined ? {} : { maxIntroductions }),
  ...(budget === undefined ? {} : { budget }),
});

function explainPath(index: TieIndex, { cost, nodes }: CheapPath, choice: TieChoice): BridgePath {
  const filter = toTieFilter(choice);
  return {
    strength: fromCost(cost),
    people: nodes.map((node) => idOf(index, node)),
    links: nodes
      .slice(1)
      .flatMap((node, place) => explainLink(index, nodes[place] as number, node, filter) ?? []),
  };
}

const idOf = (index: TieIndex, person: number): string => index.people[person]?.id as string;

function checkQuery(maxIntroductions: number, count: number, budget: number): void {
  if (!Number.isInteger(maxIntroductions) || maxIntroductions < 1 || maxIntroductions > MOST_INTRODUCTIONS)
    throw new RangeError(`maxIntroductions is ${maxIntroductions}; it must be 1, 2 or 3.`);
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`count is ${count}; it must be a whole number from 0 on.`);
  if (!(budget >= 0)) throw new RangeError(`budget is ${budget}; it must be 0 or more.`);
}
