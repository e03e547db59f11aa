import type { RecordId, RelationBody, RelationCast, RelationLink, RelationPath } from "@sweetspot/contract";
import type { Cast } from "./chosen-way.ts";

/** The people and bodies of several answers; what a later one says of somebody counts. */
export const joinCasts = (casts: readonly RelationCast[]): Cast => ({
  people: new Map(casts.flatMap(({ people }) => people.map((person) => [person.id, person]))),
  bodies: new Map(casts.flatMap(({ bodies }) => bodies.map((body) => [body.id, body]))),
});

export const bodiesOf = ({ because }: RelationLink): readonly RecordId[] => [
  ...new Set(because.flatMap(({ body }) => body ?? [])),
];

/** Somebody of a way whose neighbourhood calls for care. */
export interface Warning {
  /** A body that is insolvent, or a person tied to several that are. */
  readonly kind: "body" | "person";
  readonly id: RecordId;
  readonly bodies: readonly RelationBody[];
}

/** The neighbourhood effect, as far as an answer tells of it: insolvent bodies, then people tied to several. */
export function warningsOf(paths: readonly RelationPath[], { people, bodies }: Cast): readonly Warning[] {
  const met = new Set(paths.flatMap((path) => path.links.flatMap(bodiesOf)));
  const insolvent = [...met]
    .flatMap((id) => bodies.get(id) ?? [])
    .filter((body) => body.insolvent !== undefined);
  const around = [...new Set(paths.flatMap((path) => path.people))].flatMap((id) => people.get(id) ?? []);
  return [
    ...insolvent.map((body): Warning => ({ kind: "body", id: body.id, bodies: [body] })),
    ...around.flatMap(({ id, insolvencies = [] }): readonly Warning[] =>
      insolvencies.length < 2
        ? []
        : [{ kind: "person", id, bodies: insolvencies.flatMap((body) => bodies.get(body) ?? []) }],
    ),
  ];
}
