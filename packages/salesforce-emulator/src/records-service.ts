import { restError } from "./failures.ts";
import { forgetIndex, type Org, rowOf } from "./org.ts";
import type { Cell } from "./org-rows.ts";
import type { ObjectInfo } from "./schema.ts";
import type { Sight } from "./sight.ts";
import { toRecord } from "./soql.ts";

const METHODS_WITH_BODY = ["POST", "PATCH"];

/** `/sobjects/…`: describe, and single records as a third-party client reads and writes them. */
export async function answerRecords(
  org: Org,
  sight: Sight,
  path: readonly string[],
  request: Request,
): Promise<Response> {
  const [name = "", id] = path;
  if (name === "")
    return Response.json({
      encoding: "UTF-8",
      maxBatchSize: 200,
      sobjects: [...org.objects.keys()].flatMap((one) =>
        sight.object(one) ? [{ name: one, label: one }] : [],
      ),
    });
  const object = sight.object(name);
  if (!object) return restError(404, "NOT_FOUND", "The requested resource does not exist");
  if (id === "describe") return Response.json(describe(object, sight));
  const fields = METHODS_WITH_BODY.includes(request.method) ? await readFields(request, object, sight) : {};
  if (!fields) return restError(400, "INVALID_FIELD", "No such column.");
  if (id === undefined) return create(org, object, fields);
  if (org.deleted.has(id)) return restError(404, "ENTITY_IS_DELETED", "entity is deleted");
  const row = rowOf(org, object.name, id);
  if (!row || !sight.isVisible(object.name, row))
    return restError(404, "NOT_FOUND", "The requested resource does not exist");
  if (request.method === "GET") {
    const names = object.fields
      .filter((field) => sight.field(object, field.name))
      .map((field) => [field.name]);
    return Response.json(toRecord(org, sight, object, row, names));
  }
  if (request.method === "DELETE") {
    org.tables[object.name].splice(org.tables[object.name].indexOf(row), 1);
    org.deleted.add(id);
    forgetIndex(org, object.name);
    return new Response(null, { status: 204 });
  }
  // Dates of whole seconds, and only where the header is well formed: weak [D intro_rest_conditional_requests].
  const since = Date.parse(request.headers.get("if-unmodified-since") ?? "");
  if (since < Math.floor(Date.parse(String(row["LastModifiedDate"])) / 1000) * 1000)
    return new Response(null, { status: 412 });
  Object.assign(row, fields, { LastModifiedDate: now() });
  return new Response(null, { status: 204 });
}

const now = (): string => new Date().toISOString().replace("Z", "+0000");

async function readFields(
  request: Request,
  object: ObjectInfo,
  sight: Sight,
): Promise<Record<string, Cell> | undefined> {
  const fields = (await request.json()) as Record<string, Cell>;
  return Object.keys(fields).every((name) => sight.field(object, name)) ? fields : undefined;
}

function create(org: Org, object: ObjectInfo, fields: Readonly<Record<string, Cell>>): Response {
  const number = org.tables[object.name].length + org.deleted.size;
  const id = `${object.keyPrefix}${String(number).padStart(12, "0")}AAA`;
  org.tables[object.name].push({ ...fields, Id: id, LastModifiedDate: now() });
  forgetIndex(org, object.name);
  return Response.json({ id, success: true, errors: [] }, { status: 201 });
}

/** The parts of a describe that clients use. */
const describe = (object: ObjectInfo, sight: Sight) => ({
  name: object.name,
  label: object.name,
  keyPrefix: object.keyPrefix,
  queryable: true,
  fields: object.fields
    .filter((field) => sight.field(object, field.name))
    .map((field) => ({
      name: field.name,
      label: field.label,
      type: field.type,
      referenceTo: field.to === undefined ? [] : [field.to],
      relationshipName: field.relationship ?? null,
    })),
  childRelationships: object.children.map((child) => ({
    childSObject: child.object,
    field: child.field,
    relationshipName: child.name,
  })),
});

/** UI API's object info, what `getObjectInfo` gives a component: fields the user may not see are not there. */
export function answerObjectInfo(sight: Sight, name: string): Response {
  const object = sight.object(name);
  if (!object)
    return restError(404, "NOT_FOUND", "You don't have access to this object, or it doesn't exist.");
  const fields = object.fields
    .filter((field) => sight.field(object, field.name))
    .map((field) => [field.name, { apiName: field.name, label: field.label, dataType: field.type }] as const);
  return Response.json({
    apiName: name,
    label: name,
    keyPrefix: object.keyPrefix,
    fields: Object.fromEntries(fields),
  });
}
