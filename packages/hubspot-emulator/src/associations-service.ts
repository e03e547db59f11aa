import { batchAnswer, batchError, type Desk, visibleRecord } from "./answers.ts";
import {
  type Associated,
  type AssociationKind,
  CONTACT_COMPANY,
  DEAL_COMPANY,
  DEAL_CONTACT,
  STANDARD_KINDS,
} from "./associations.ts";
import { badRequest, notFound } from "./failures.ts";
import type { ObjectType } from "./schema.ts";

/** Records of one batch [D changelog: batch read limit for associations]. */
const MOST_INPUTS = 1000;

export interface AssociationsBody {
  readonly inputs?: readonly { readonly id: string; readonly after?: string }[];
}

interface Spec {
  readonly associationCategory: string;
  readonly associationTypeId: number;
}

const toTarget = ({ id, types }: Associated) => ({
  toObjectId: id,
  associationTypes: types.map(({ category, typeId, label }) => ({ category, typeId, label })),
});

/** Those a user may see. Whether the ids of others show nobody has looked [?]. */
const visibleOf = (desk: Desk, from: ObjectType, id: string, to: ObjectType): readonly Associated[] =>
  desk.portal.associations
    .of(from, id, to)
    .filter((one) => desk.leaksAssociations || visibleRecord(desk, to, one.id));

function pageOf(desk: Desk, all: readonly Associated[], after: string | undefined) {
  const start = after === undefined ? 0 : Number(after);
  const end = start + desk.associationsPerPage;
  return {
    to: all.slice(start, end).map(toTarget),
    ...(end < all.length ? { paging: { next: { after: String(end), link: `?after=${end}` } } } : {}),
  };
}

/** Records that are associated with nothing come as errors of a 207, like those that are not there [2nd]. */
export function readAssociations(
  desk: Desk,
  from: ObjectType,
  to: ObjectType,
  { inputs = [] }: AssociationsBody,
): Response {
  if (inputs.length === 0 || inputs.length > MOST_INPUTS)
    return badRequest(`The number of inputs must be between 1 and ${MOST_INPUTS}.`);
  const results: object[] = [];
  const errors: object[] = [];
  for (const { id, after } of inputs) {
    const shows = desk.leaksAssociations || visibleRecord(desk, from, id) !== undefined;
    const visible = shows ? visibleOf(desk, from, id, to) : [];
    if (visible.length === 0)
      errors.push(
        batchError(
          "OBJECT_NOT_FOUND",
          `No ${to} is associated with ${from} ${id}.`,
          [id],
          "crm.associations.NO_ASSOCIATIONS_FOUND",
        ),
      );
    else results.push({ from: { id }, ...pageOf(desk, visible, after) });
  }
  return batchAnswer(results, errors, desk.now());
}

export function listAssociations(
  desk: Desk,
  from: ObjectType,
  id: string,
  to: ObjectType,
  { searchParams }: URL,
): Response {
  if (!visibleRecord(desk, from, id)) return notFound();
  const { to: results, ...paging } = pageOf(
    desk,
    visibleOf(desk, from, id, to),
    searchParams.get("after") ?? undefined,
  );
  return Response.json({ results, ...paging });
}

/** Associates two records; without types as HubSpot does by default. */
export function associateRecords(
  desk: Desk,
  [from, fromId]: readonly [ObjectType, string],
  [to, toId]: readonly [ObjectType, string],
  specs: readonly Spec[] | undefined,
): Response {
  if (!visibleRecord(desk, from, fromId) || !visibleRecord(desk, to, toId)) return notFound();
  const kinds = specs
    ? specs.map((spec) => kindOf(desk, from, to, spec.associationTypeId))
    : [[CONTACT_COMPANY, DEAL_COMPANY, DEAL_CONTACT].find((one) => one.from === from && one.to === to)];
  for (const kind of kinds) {
    if (!kind) return badRequest("There is no such association type between these objects.");
    const isBack = kind.back.typeId === specs?.[0]?.associationTypeId;
    if (isBack) desk.portal.associations.add(kind, toId, fromId);
    else desk.portal.associations.add(kind, fromId, toId);
  }
  return Response.json({
    fromObjectTypeId: from,
    fromObjectId: fromId,
    toObjectTypeId: to,
    toObjectId: toId,
  });
}

function kindOf(desk: Desk, from: ObjectType, to: ObjectType, typeId: number): AssociationKind | undefined {
  return kindsBetween(desk, from, to).find(
    (kind) => kind.there.typeId === typeId || kind.back.typeId === typeId,
  );
}

const kindsBetween = ({ portal }: Desk, from: ObjectType, to: ObjectType): AssociationKind[] =>
  [...STANDARD_KINDS, ...portal.labels].filter(
    (kind) => (kind.from === from && kind.to === to) || (kind.from === to && kind.to === from),
  );

/** The kinds of association between two objects, in this direction. */
export const listLabels = (desk: Desk, from: ObjectType, to: ObjectType): Response =>
  Response.json({
    results: kindsBetween(desk, from, to).flatMap((kind) => {
      const types =
        kind.from === kind.to ? [kind.there, kind.back] : [kind.from === from ? kind.there : kind.back];
      return types.map(({ category, typeId, label }) => ({ category, typeId, label }));
    }),
  });
