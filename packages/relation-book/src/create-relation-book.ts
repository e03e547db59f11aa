import { createBookState } from "./book-state.ts";
import { answerAcquaintances, answerPaths } from "./book-answers.ts";
import { findTargets } from "./find-targets.ts";
import { gapsOf, lookUpPerson } from "./book-people.ts";
import { warningsOf } from "./neighbourhood.ts";
import { reportOn } from "./person-report.ts";
import type { RelationBook, RelationBookInput } from "./relation-book.ts";

/**
 * Resolves who is who and makes the graph at the first question; what is wrong with a tie stands in `problems` and stops
 * no other.
 *
 * @throws RangeError naming a rule that is out of range or a `today` that is no day
 */
export function createRelationBook(input: RelationBookInput): RelationBook {
  const state = createBookState(input);
  return {
    get size() {
      const { people, bodies, shelf, bridge } = state;
      return {
        people: people.count,
        bodies: bodies.count,
        ties: shelf.ties.size,
        get pairs() {
          return bridge.size.pairs;
        },
      };
    },
    get problems() {
      return [...state.problems.values()];
    },
    people: state.people,
    bodies: state.bodies,
    get warnings() {
      return warningsOf(state);
    },
    get gaps() {
      return gapsOf(state);
    },
    apply: state.apply,
    findPerson: (who) => lookUpPerson(state, who),
    findTargets: (query, view) => findTargets(state, query, view),
    findPaths: (query, view) => answerPaths(state, query, view),
    listAcquaintances: (query, view) => answerAcquaintances(state, query, view),
    crmRecords: () => ({
      contacts: [...state.people.records.values()].flatMap(({ contact }) => contact ?? []),
      accounts: [...state.bodies.records.values()].flatMap(({ account }) => account ?? []),
    }),
    describe: (people, view) =>
      people.flatMap((id) => {
        const identity = state.people.identityOf(id);
        return identity ? state.mentions.person(identity, view) : [];
      }),
    report: (person) => reportOn(state, person),
  };
}
