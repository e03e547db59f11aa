import {
  type PathsAnswer,
  type PathsQuery,
  type RecordId,
  type RelationPath,
  type RelationReader,
  toRecordId,
} from "@sweetspot/contract";
import type { Ports } from "./harness.ts";

/** Accounts of the world whose bodies the register knows. */
export const PLACES = {
  near: toRecordId("acc-quiet"),
  second: toRecordId("acc-twin-a"),
  third: toRecordId("acc-percent"),
  tooFar: toRecordId("acc-twin-b"),
  nobody: toRecordId("acc-eldorado"),
  ofHider: toRecordId("acc-formula"),
  ofAsker: toRecordId("acc-elbe"),
} as const;

/** The port of somebody. @throws where the harness gives none: the suite is about it */
export function relationsOf({ relations }: Ports): RelationReader {
  if (!relations)
    throw new Error("The harness gives no relations. Leave describeRelationReader out, or give them.");
  return relations;
}

/** Asks for ways to a person of the relations. */
export const askFor = (
  ports: Ports,
  person: RecordId,
  more: Partial<Omit<PathsQuery, "to">> = {},
): Promise<PathsAnswer> => relationsOf(ports).findPaths({ account: PLACES.near, to: { person }, ...more });

/** Names of the people of a way, ours first. */
export const namesOf = (answer: PathsAnswer, path: RelationPath | undefined): readonly string[] =>
  (path?.people ?? []).map((id) => nameOf(answer, id));

export function nameOf({ people }: Pick<PathsAnswer, "people">, id: RecordId): string {
  const found = people.find((person) => person.id === id);
  if (!found) throw new Error(`The answer speaks of ${id}, and does not say who that is.`);
  return found.name;
}

/** Where the links of a way meet: names of bodies. */
export const bodiesOf = (answer: PathsAnswer, path: RelationPath | undefined): readonly string[] =>
  (path?.links ?? []).flatMap(({ because }) =>
    because.flatMap(({ body }) => {
      const found = answer.bodies.find(({ id }) => id === body);
      return found ? [found.name] : [];
    }),
  );
