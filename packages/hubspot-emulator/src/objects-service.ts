import {
  batchAnswer,
  batchError,
  type Desk,
  namesOf,
  toAnswer,
  toInstant,
  visibleRecord,
} from "./answers.ts";
import { type AssociationKind, STANDARD_KINDS } from "./associations.ts";
import { badRequest, errorAnswer, notFound } from "./failures.ts";
import type { Properties } from "./portal-rows.ts";
import { newRecord, writeProperties } from "./portal.ts";
import type { ObjectType } from "./schema.ts";

/** Records of one list answer, and of one batch [D using object apis]. */
const MOST_LISTED = 100;
const MOST_IN_BATCH = 100;

export interface BatchBody {
  readonly properties?: readonly string[];
  readonly propertiesWithHistory?: readonly string[];
  readonly inputs?: readonly { readonly id: string; readonly properties?: Properties }[];
}

export function listRecords(desk: Desk, type: ObjectType, url: URL): Response {
  const { searchParams } = url;
  const limit = Number(searchParams.get("limit") ?? 10);
  if (!(limit >= 1 && limit <= MOST_LISTED)) return badRequest(`limit must be between 1 and ${MOST_LISTED}.`);
  const archived = searchParams.get("archived") === "true";
  const records = [...desk.portal.records[type].values()]
    .filter((record) => record.archived === archived && desk.sight.sees(type, record))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const after = searchParams.get("after");
  const start = after === null ? 0 : records.findIndex((record) => record.id === after);
  if (start < 0) return badRequest("The paging cursor is invalid.");
  const page = records.slice(start, start + limit);
  const next = records[start + limit]?.id;
  return Response.json({
    results: page.map((record) => toAnswer(desk, type, record, { properties: namesOf(url, "properties") })),
    ...(next === undefined ? {} : { paging: { next: { after: next, link: `?after=${next}` } } }),
  });
}

export function readRecord(desk: Desk, type: ObjectType, id: string, url: URL): Response {
  const record = visibleRecord(desk, type, id, url.searchParams.get("archived") === "true");
  if (!record) return notFound();
  return Response.json(
    toAnswer(desk, type, record, {
      properties: namesOf(url, "properties"),
      history: namesOf(url, "propertiesWithHistory"),
    }),
  );
}

export function readBatch(desk: Desk, type: ObjectType, body: BatchBody): Response {
  const { inputs = [] } = body;
  if (inputs.length === 0 || inputs.length > MOST_IN_BATCH)
    return badRequest(`The number of inputs must be between 1 and ${MOST_IN_BATCH}.`);
  const found = inputs.map(({ id }) => ({ id, record: visibleRecord(desk, type, id) }));
  const missing = found.filter(({ record }) => !record).map(({ id }) => id);
  const results = found.flatMap(({ record }) =>
    record
      ? [toAnswer(desk, type, record, { properties: body.properties, history: body.propertiesWithHistory })]
      : [],
  );
  const errors =
    missing.length === 0
      ? []
      : [
          batchError(
            "OBJECT_NOT_FOUND",
            "Could not get some objects, they may be deleted or not exist.",
            missing,
          ),
        ];
  return batchAnswer(results, errors, desk.now());
}

export interface NewRecord {
  readonly properties?: Properties;
  readonly associations?: readonly {
    readonly to: { readonly id: string | number };
    readonly types: readonly { readonly associationTypeId: number }[];
  }[];
}

/** With its associations, or not at all [D using object apis]. */
export function createRecord(
  desk: Desk,
  type: ObjectType,
  { properties = {}, associations = [] }: NewRecord,
): Response {
  const refused = refuseValues(desk, type, properties) ?? refuseMissing(type, properties);
  if (refused) return refused;
  const wanted = associations.flatMap(({ to, types }) =>
    types.map(({ associationTypeId }) => ({
      id: String(to.id),
      found: findKind(desk, type, associationTypeId),
    })),
  );
  if (wanted.some(({ id, found }) => !found || !visibleRecord(desk, found.to, id)))
    return badRequest("One or more associations are not valid.");
  const at = toInstant(desk.now());
  const id = String(9_000_000 + desk.portal.records[type].size);
  const record = newRecord(id, {}, at);
  writeProperties(desk.portal, type, record, properties, at);
  desk.portal.records[type].set(id, record);
  for (const { id: target, found } of wanted) if (found) desk.portal.associations.add(found, id, target);
  return Response.json(toAnswer(desk, type, record, { properties: Object.keys(properties) }), {
    status: 201,
  });
}

export function changeRecord(desk: Desk, type: ObjectType, id: string, properties: Properties): Response {
  const record = visibleRecord(desk, type, id);
  if (!record) return notFound();
  const refused = refuseValues(desk, type, properties);
  if (refused) return refused;
  // No revision, no If-Match: the last writer wins.
  writeProperties(desk.portal, type, record, properties, toInstant(desk.now()));
  return Response.json(toAnswer(desk, type, record, { properties: Object.keys(properties) }));
}

export function changeBatch(desk: Desk, type: ObjectType, { inputs = [] }: BatchBody): Response {
  if (inputs.length > MOST_IN_BATCH) return badRequest("Too many inputs.");
  const missing = inputs.filter(({ id }) => !visibleRecord(desk, type, id)).map(({ id }) => id);
  const results = inputs.flatMap(({ id, properties = {} }) => {
    const record = visibleRecord(desk, type, id);
    if (!record) return [];
    writeProperties(desk.portal, type, record, properties, toInstant(desk.now()));
    return [toAnswer(desk, type, record, { properties: Object.keys(properties) })];
  });
  const errors = missing.length === 0 ? [] : [batchError("OBJECT_NOT_FOUND", "Not found.", missing)];
  return batchAnswer(results, errors, desk.now());
}

/** Archiving what is not there is no error. */
export function archiveRecord(desk: Desk, type: ObjectType, id: string): Response {
  const record = visibleRecord(desk, type, id);
  if (record) record.archived = true;
  return new Response(null, { status: 204 });
}

/** The merged record's id leads to the survivor from then on. */
export function mergeRecords(
  desk: Desk,
  type: ObjectType,
  body: { readonly primaryObjectId?: string; readonly objectIdToMerge?: string },
): Response {
  const { portal } = desk;
  const survivor = visibleRecord(desk, type, body.primaryObjectId ?? "");
  const merged = visibleRecord(desk, type, body.objectIdToMerge ?? "");
  if (!survivor || !merged) return notFound();
  portal.merged.set(`${type} ${merged.id}`, survivor.id);
  portal.records[type].delete(merged.id);
  portal.associations.move(type, merged.id, survivor.id);
  survivor.updatedAt = toInstant(desk.now());
  return Response.json(toAnswer(desk, type, survivor, {}));
}

const findKind = ({ portal }: Desk, from: ObjectType, typeId: number): AssociationKind | undefined =>
  [...STANDARD_KINDS, ...portal.labels].find((kind) => kind.from === from && kind.there.typeId === typeId);

/** What HubSpot does without never [D deals, tasks]. */
const NEEDED: Readonly<Partial<Record<ObjectType, readonly string[]>>> = {
  deals: ["dealname", "dealstage"],
  tasks: ["hs_timestamp"],
};

function refuseMissing(type: ObjectType, properties: Properties): Response | undefined {
  const missing = (NEEDED[type] ?? []).filter((name) => !properties[name]);
  return missing.length === 0 ? undefined : badRequest(`Required properties are missing: ${missing.join()}.`);
}

/** From 2026-09 on the admin's rules hold for the API too [D changelog]; of those, types and unknown names are emulated. */
function refuseValues({ portal, sight }: Desk, type: ObjectType, values: Properties): Response | undefined {
  for (const [name, value] of Object.entries(values)) {
    const definition = portal.definitions[type].get(name);
    if (!definition || !sight.shows(type, name))
      return badRequest(`Property values were not valid: "${name}" does not exist.`, "VALIDATION_ERROR");
    if (definition.calculated)
      return badRequest(`Property values were not valid: "${name}" is a read only property.`);
    if (definition.type === "number" && value !== null && value !== "" && Number.isNaN(Number(value)))
      return badRequest(`Property values were not valid: "${value}" was not a valid number.`);
    if (value !== null && value.length > 65_536)
      return errorAnswer(400, { category: "VALIDATION_ERROR", message: `"${name}" is too long.` });
  }
  return undefined;
}
